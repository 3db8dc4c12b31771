import { setImmediate as nextTurn } from 'node:timers/promises'
import { createByCustomer, customerOf } from './by-customer.ts'
import type { IndexRow } from './index-row.ts'
import type { RowTest } from './search.ts'

/** A call's place in the call book: counted from 0 in the order in which calls were first heard of. */
export type Ordinal = number

/** All calls, one compact row each, in memory. */
export interface CallIndex {
  /** Calls there are, pretend ones and gaps excepted. */
  size(): number
  pretendOrdinals(): Ordinal[]
  /** Calls that have not ended. */
  live(): IndexRow[]
  row(ordinal: Ordinal): IndexRow | undefined
  /** By id or by an id it had before. */
  ordinalOf(id: string): Ordinal | undefined
  put(ordinal: Ordinal, row: IndexRow): void
  remove(ordinal: Ordinal): void
  /** Begun at or after `fromMs` and at or before `toMs`, newest first. */
  startedBetween(fromMs: number, toMs: number): IterableIterator<IndexRow>
  /** All calls of a customer (E.164, or as it came), newest first. Withheld ones join nothing: they are not listed. */
  ofCustomer(key: string): IterableIterator<IndexRow>
  /** Those of them of which no uid is known, newest first. */
  withoutUid(customer: string): IndexRow[]
  /** Rows in the order of their start, newest first; a window of them. */
  newest(from: number, count: number): IndexRow[]
  /** Of all rows, pretend ones included. */
  listed(): number
  /** Every row newest first that passes, found in slices so that nothing else waits for longer than one slice. */
  matches(test: RowTest): AsyncGenerator<IndexRow>
}

const rowsPerSlice = 20_000
const afterEveryId = '\uffff'

export function createCallIndex(): CallIndex {
  const rows: (IndexRow | undefined)[] = []
  const ordinals = new Map<string, Ordinal>()
  /** Ordinals by start, oldest first. Calls come nearly in this order, so insertion is at or near the end. */
  const byStart: Ordinal[] = []
  const byCustomer = createByCustomer((ordinal) => rows[ordinal])
  const pretend = new Set<Ordinal>()
  const live = new Set<Ordinal>()
  /** How many have no uid: in most call books none, and then no customer's calls need be looked through. */
  let countWithoutUid = 0

  /** Where a row stands, or would stand, in `byStart`. Calls of one instant stand by id: a rebuild moves none. */
  function position(startedMs: number, id: string): number {
    let low = 0
    let high = byStart.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = rows[byStart[middle] ?? -1]
      const isBefore =
        other !== undefined &&
        (other.startedMs < startedMs || (other.startedMs === startedMs && other.id < id))
      if (isBefore) low = middle + 1
      else high = middle
    }
    return low
  }

  function unlink(ordinal: Ordinal, row: IndexRow) {
    byStart.splice(position(row.startedMs, row.id), 1)
    byCustomer.unlink(ordinal, row)
    pretend.delete(ordinal)
    if (!hasUid(row)) countWithoutUid--
  }

  function link(ordinal: Ordinal, row: IndexRow) {
    byStart.splice(position(row.startedMs, row.id), 0, ordinal)
    rows[ordinal] = row
    byCustomer.link(ordinal, row)
    if (row.pretend) pretend.add(ordinal)
    if (!hasUid(row)) countWithoutUid++
  }

  return {
    size: () => byStart.length - pretend.size,
    pretendOrdinals: () => [...pretend],
    live: () => [...live].flatMap((ordinal) => rows[ordinal] ?? []),
    row: (ordinal) => rows[ordinal],
    ordinalOf: (id) => ordinals.get(id),
    put(ordinal, row) {
      const before = rows[ordinal]
      if (before !== undefined && standsAlike(before, row)) {
        rows[ordinal] = row
      } else {
        if (before !== undefined) unlink(ordinal, before)
        link(ordinal, row)
      }
      if (row.phase === 'ended') live.delete(ordinal)
      else live.add(ordinal)
      ordinals.set(row.id, ordinal)
      for (const alias of row.aliases ?? []) ordinals.set(alias, ordinal)
    },
    remove(ordinal) {
      const row = rows[ordinal]
      if (row === undefined) return
      unlink(ordinal, row)
      rows[ordinal] = undefined
      live.delete(ordinal)
      for (const id of [row.id, ...(row.aliases ?? [])]) ordinals.delete(id)
    },
    *startedBetween(fromMs, toMs) {
      for (let at = position(toMs, afterEveryId) - 1; at >= 0; at--) {
        const row = rows[byStart[at] ?? -1]
        if (row === undefined || row.startedMs < fromMs) return
        yield row
      }
    },
    ofCustomer: byCustomer.ofCustomer,
    withoutUid(customer) {
      const found: IndexRow[] = []
      if (countWithoutUid === 0) return found
      for (const row of byCustomer.ofCustomer(customer)) if (!hasUid(row)) found.push(row)
      return found
    },
    newest(from, count) {
      const end = Math.max(0, byStart.length - from)
      const window = byStart.slice(Math.max(0, end - count), end).reverse()
      return window.flatMap((ordinal) => rows[ordinal] ?? [])
    },
    listed: () => byStart.length,
    async *matches(test) {
      // Calls that come while we wait for our next turn stand behind `at` and shift nothing before it.
      for (let at = byStart.length - 1; at >= 0; at--) {
        const row = rows[byStart[at] ?? -1]
        if (row !== undefined && test(row)) yield row
        if (at % rowsPerSlice === 0) await nextTurn()
      }
    },
  }
}

function standsAlike(a: IndexRow, b: IndexRow): boolean {
  return (
    a.startedMs === b.startedMs &&
    a.id === b.id &&
    a.pretend === b.pretend &&
    a.withheld === b.withheld &&
    customerOf(a) === customerOf(b)
  )
}

/** An id that is not made up by us is the provider's uid. */
export function hasUid(row: { id: string }): boolean {
  return !row.id.startsWith('own:') && !row.id.startsWith('log:')
}
