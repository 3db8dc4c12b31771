import { isMissed } from '../../shared/call.ts'
import type { HistoryRow, RowsQuery, RowsWindow } from '../../shared/ipc-contract.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import { type RowTest, searchTest } from '../calls/index/search.ts'

/** Windows of the history. The rows found for one question are kept until a call changes or another is asked. */
export interface RowWindows {
  read(query: RowsQuery): Promise<RowsWindow>
  /** A call changed: what was found may no longer be right. */
  forget(): void
}

export interface RowWindowsOptions {
  index: CallIndex
  isMine(row: IndexRow): boolean
  toRow(row: IndexRow, firstOfDay: boolean): HistoryRow
}

interface Found {
  question: string
  rows: IndexRow[]
  more: AsyncGenerator<IndexRow>
  complete: boolean
  /** One reader at a time moves the generator on. */
  reading: Promise<void>
}

export function createRowWindows({ index, isMine, toRow }: RowWindowsOptions): RowWindows {
  let found: Found | null = null

  function testOf({ query, filter }: RowsQuery): RowTest | null {
    const tests = [
      searchTest(query),
      filter === 'mine' ? isMine : null,
      filter === 'missed' ? (row: IndexRow) => isMissed(row.outcome) : null,
    ]
    const asked = tests.filter((test) => test !== null)
    return asked.length === 0 ? null : (row) => asked.every((test) => test(row))
  }

  async function findUpTo(count: number, query: RowsQuery, test: RowTest): Promise<Found> {
    const question = JSON.stringify([query.filter, query.query])
    if (found?.question !== question) {
      found = { question, rows: [], more: index.matches(test), complete: false, reading: Promise.resolve() }
    }
    const current = found
    current.reading = current.reading.then(() => readOn(current, count))
    await current.reading
    return current
  }

  return {
    async read(query) {
      const { from, count } = query
      const test = testOf(query)
      // One row before the window tells whether its first row begins a day.
      const lead = from > 0 ? 1 : 0
      if (test === null) {
        const rows = index.newest(from - lead, count + lead)
        return { from, rows: withDays(rows, lead, toRow), total: index.listed(), complete: true }
      }
      const { rows, complete } = await findUpTo(from + count + 1, query, test)
      const window = rows.slice(from - lead, from + count)
      return { from, rows: withDays(window, lead, toRow), total: rows.length, complete }
    },
    forget() {
      found = null
    },
  }
}

async function readOn(found: Found, count: number): Promise<void> {
  while (!found.complete && found.rows.length < count) {
    const next = await found.more.next()
    if (next.done) found.complete = true
    else found.rows.push(next.value)
  }
}

function withDays(rows: IndexRow[], lead: number, toRow: RowWindowsOptions['toRow']): HistoryRow[] {
  return rows.slice(lead).map((row, at) => {
    const before = rows[at + lead - 1]
    return toRow(row, before === undefined || dayOf(before) !== dayOf(row))
  })
}

/** The day in this computer's zone. */
function dayOf(row: IndexRow): string {
  return new Date(row.startedMs).toDateString()
}
