import { listedCustomer } from '../calls/index/by-customer.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import { asksForOne, isTalk, spokenMs } from './owed.ts'

export interface OwedCount {
  /** Customers of whom a call that is still to be made good is mine. */
  mine: number
  all: number
}

/** Counts customers who are owed a call, over calls in any order. */
export interface OwedTally {
  add(row: IndexRow): void
  count(): OwedCount
}

export function createOwedTally(isMine: (row: IndexRow) => boolean): OwedTally {
  /** Of a customer the newest is enough to say *whether* a call is owed. In ms since the epoch. */
  const missed = new Map<string, number>()
  const mineMissed = new Map<string, number>()
  // Most customers were never missed: those who were are known at the end, and only they are worth a look-up.
  const talks: IndexRow[] = []

  return {
    add(row) {
      if (isTalk(row)) talks.push(row)
      if (!asksForOne(row)) return
      const customer = listedCustomer(row)
      if (customer === null) return
      raise(missed, customer, row.startedMs)
      if (isMine(row)) raise(mineMissed, customer, row.startedMs)
    },
    count() {
      const stillMissed = new Map(missed)
      const stillMine = new Map(mineMissed)
      for (const talk of talks) {
        const customer = listedCustomer(talk)
        if (customer === null) continue
        settle(stillMissed, customer, spokenMs(talk))
        settle(stillMine, customer, spokenMs(talk))
      }
      return { mine: stillMine.size, all: stillMissed.size }
    },
  }
}

function raise(newest: Map<string, number>, customer: string, ms: number) {
  if (ms > (newest.get(customer) ?? Number.NEGATIVE_INFINITY)) newest.set(customer, ms)
}

function settle(newest: Map<string, number>, customer: string, spoken: number) {
  const missed = newest.get(customer)
  if (missed !== undefined && missed <= spoken) newest.delete(customer)
}
