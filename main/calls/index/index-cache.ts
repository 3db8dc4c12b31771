import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { checkedJson } from '../../disk/checked-json.ts'
import { jsonFile } from '../../disk/json-file.ts'
import type { Log } from '../../log.ts'
import { callsPerPage, type Pages } from '../book/pages.ts'
import type { CallRecord } from '../call-record.ts'
import type { CallIndex } from './call-index.ts'
import { type IndexRow, indexRowVersion } from './index-row.ts'

/** Rows of ten pages: small enough to parse in a few milliseconds and to write at every save. */
interface Chunk {
  rowVersion: number
  /** A page's rows are good while its file still has this checksum. */
  pages: { checksum: string | null; rows: (IndexRow | null)[] }[]
}

const chunkFile = checkedJson<Chunk>('chunk', 1)

const pagesPerChunk = 10

export interface IndexCacheOptions {
  dir: string
  pages: Pages
  index: CallIndex
  toRow(record: CallRecord): IndexRow
  readOnly: boolean
  log: Log
}

/** Fills the index from the cache, and from every page that the cache does not know as it is. Oldest first. */
export async function loadIndex(options: IndexCacheOptions): Promise<void> {
  const { pages, index, toRow } = options
  const intern = createIntern()
  for (let first = 1; first <= pages.count(); first += pagesPerChunk) {
    const chunk = await openChunk(options, first).read()
    const last = Math.min(first + pagesPerChunk - 1, pages.count())
    for (let number = first; number <= last; number++) {
      const cached = chunk?.pages[number - first]
      const isCurrent = cached?.checksum != null && cached.checksum === (await pages.checksumOnDisk(number))
      const rows = isCurrent
        ? cached.rows
        : (await pages.read(number)).map((record) => (hasFacts(record) ? toRow(record) : null))
      for (const [slot, row] of rows.entries()) {
        if (row !== null) index.put((number - 1) * callsPerPage + slot, intern(row))
      }
    }
    await nextTurn()
  }
}

/** Writes the chunks to which these pages belong. It is a cache: a failure costs the next start some time. */
export async function saveIndex(options: IndexCacheOptions, changedPages: number[]): Promise<void> {
  const { pages, index, log } = options
  const firsts = new Set(changedPages.map((number) => number - ((number - 1) % pagesPerChunk)))
  for (const first of firsts) {
    const last = Math.min(first + pagesPerChunk - 1, pages.count())
    const chunk: Chunk = { rowVersion: indexRowVersion, pages: [] }
    for (let number = first; number <= last; number++) {
      const slots = Array.from({ length: callsPerPage }, (_, slot) => (number - 1) * callsPerPage + slot)
      const rows = slots.map((ordinal) => index.row(ordinal) ?? null)
      // Rows that are ahead of their page would tell a start what it has not taken yet.
      const isAhead = pages.isChanged(number)
      chunk.pages.push({ checksum: isAhead ? null : await pages.checksumOnDisk(number), rows })
    }
    try {
      await openChunk(options, first).write(chunk)
    } catch (error) {
      log.warn('index.not-saved', 'The index could not be saved; the next start reads those pages', error)
    }
  }
}

/** A record without facts is one that a rebuild has emptied: no call, for now. */
function hasFacts(record: CallRecord | null): record is CallRecord {
  return record !== null && record.facts.length > 0
}

function openChunk({ dir, readOnly, log }: IndexCacheOptions, firstPage: number) {
  const file = jsonFile<Chunk>({
    path: join(dir, `${String(firstPage).padStart(6, '0')}.json`),
    parse: chunkFile.parse,
    stringify: chunkFile.format,
    repair: !readOnly,
    log,
  })
  return {
    async read() {
      const chunk = await file.read()
      return chunk?.rowVersion === indexRowVersion ? chunk : null
    },
    write: file.write,
  }
}

/** Lines, departments and agents are few and recur in every row: one string for all of them. */
function createIntern(): (row: IndexRow) => IndexRow {
  const known = new Map<string, unknown>()
  const one = <T>(key: string, value: T): T => {
    const kept = known.get(key)
    if (kept !== undefined) return kept as T
    known.set(key, value)
    return value
  }
  return (row) => ({
    ...row,
    line: row.line && one(row.line, row.line),
    department: row.department && one(row.department, row.department),
    answeredBy: row.answeredBy && one(row.answeredBy, row.answeredBy),
    agents: one(JSON.stringify(row.agents), row.agents),
  })
}
