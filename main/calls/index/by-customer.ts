import type { Ordinal } from './call-index.ts'
import type { IndexRow } from './index-row.ts'

/** The calls of each customer. Its rows are asked for by ordinal and must be those that were linked. */
export interface ByCustomer {
  link(ordinal: Ordinal, row: IndexRow): void
  unlink(ordinal: Ordinal, row: IndexRow): void
  /** Newest first. */
  ofCustomer(key: string): IterableIterator<IndexRow>
}

const none = -1

/**
 * One list per customer, threaded through the calls themselves: 10 to 25 bytes a call where customers call again,
 * up to 43 where nobody does. A new call goes to the head; an old one that comes late is sought from there.
 */
export function createByCustomer(rowAt: (ordinal: Ordinal) => IndexRow | undefined): ByCustomer {
  const newest = new Map<string, Ordinal>()
  /** By ordinal: the next older call of the same customer. */
  let older = new Int32Array(0)

  function makeRoomFor(ordinal: Ordinal) {
    if (ordinal < older.length) return
    const wider = new Int32Array(Math.max(ordinal + 1, Math.ceil(older.length * 1.25))).fill(none)
    wider.set(older)
    older = wider
  }

  function olderThan(ordinal: Ordinal): Ordinal {
    return older[ordinal] ?? none
  }

  function setOlder(customer: string, newer: Ordinal, ordinal: Ordinal) {
    if (newer !== none) older[newer] = ordinal
    else if (ordinal === none) newest.delete(customer)
    else newest.set(customer, ordinal)
  }

  return {
    link(ordinal, row) {
      const customer = listedCustomer(row)
      if (customer === null) return
      makeRoomFor(ordinal)
      let newer = none
      let next = newest.get(customer) ?? none
      while (next !== none && isNewer(rowAt(next), row)) {
        newer = next
        next = olderThan(next)
      }
      older[ordinal] = next
      setOlder(customer, newer, ordinal)
    },
    unlink(ordinal, row) {
      const customer = listedCustomer(row)
      if (customer === null) return
      let newer = none
      let next = newest.get(customer) ?? none
      while (next !== none && next !== ordinal) {
        newer = next
        next = olderThan(next)
      }
      if (next === none) return
      setOlder(customer, newer, olderThan(ordinal))
      older[ordinal] = none
    },
    *ofCustomer(key) {
      for (let ordinal = newest.get(key) ?? none; ordinal !== none; ordinal = olderThan(ordinal)) {
        const row = rowAt(ordinal)
        if (row !== undefined) yield row
      }
    },
  }
}

/** E.164, or as it came; empty where neither was told. */
export function customerOf(row: Pick<IndexRow, 'number' | 'raw'>): string {
  return row.number ?? row.raw ?? ''
}

/** Null where nobody can say whether two calls are of the same customer. */
export function listedCustomer(row: Pick<IndexRow, 'number' | 'raw' | 'withheld'>): string | null {
  return row.withheld ? null : customerOf(row) || null
}

function isNewer(row: IndexRow | undefined, than: IndexRow): boolean {
  if (row === undefined) return false
  return row.startedMs > than.startedMs || (row.startedMs === than.startedMs && row.id > than.id)
}
