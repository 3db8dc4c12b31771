import { hourMs, minuteMs, toEpochMs, toInstant } from '../../../shared/time.ts'
import type { Fact, Told } from '../fact.ts'
import { type Candidate, chooseCall, repeatWindowMs } from '../identity.ts'
import { listedCustomer } from '../index/by-customer.ts'
import { hasUid, type Ordinal } from '../index/call-index.ts'
import type { IndexRow } from '../index/index-row.ts'
import type { CallStore } from './call-store.ts'

/** Finds the call that a fact belongs to. With a uid that is a look-up; without one, the customer's calls tell. */
export interface CallFinder {
  /** The fact's earlier self, where its delivery is a repeat. `repeatKey`: its key without our own sequence. */
  findRepeat(fact: Fact, repeatKey: string | null): Promise<Found | null>
  /** The call that the fact joins; undefined where it begins a new one. */
  choose(fact: Fact): Ordinal | undefined
}

export interface Found {
  ordinal: Ordinal
  fact: Fact
}

/** The longest that a provider goes on retrying one delivery, and some more. */
const retriedWithinMs = 27 * hourMs
const joinedWithinMs = 3 * hourMs

export function createCallFinder({ index, recordAt }: Pick<CallStore, 'index' | 'recordAt'>): CallFinder {
  async function factAt(
    ordinal: Ordinal | undefined,
    isSame: (fact: Fact) => boolean,
  ): Promise<Found | null> {
    if (ordinal === undefined) return null
    const fact = (await recordAt(ordinal))?.facts.find(isSame)
    return fact === undefined ? null : { ordinal, fact }
  }

  return {
    async findRepeat(fact, repeatKey) {
      if (fact.uid !== undefined) return factAt(index.ordinalOf(fact.uid), ({ key }) => key === fact.key)
      const receivedMs = toEpochMs(fact.receivedAt)
      const isSame = (other: Fact) =>
        repeatKey === null
          ? other.key === fact.key
          : other.key.startsWith(`${repeatKey}:`) && isWithin(repeatWindowMs, other, receivedMs)
      const heardSinceMs = repeatKey === null ? 0 : receivedMs - repeatWindowMs
      const fromMs = Math.min(toEpochMs(fact.at), receivedMs - retriedWithinMs) - joinedWithinMs
      const customer = customerOfFact(fact)
      for (const row of index.startedBetween(fromMs, Number.POSITIVE_INFINITY)) {
        if (row.heardMs < heardSinceMs || listedCustomer(row) !== customer) continue
        const found = await factAt(index.ordinalOf(row.id), isSame)
        if (found !== null) return found
      }
      return null
    },
    choose(fact) {
      const id = fact.uid ?? (fact.logId === undefined ? null : `log:${fact.logId}`)
      const known = id === null ? undefined : index.ordinalOf(id)
      if (known !== undefined) return known
      const customer = customerOfFact(fact)
      if (customer === null) return undefined
      const atMs = toEpochMs(fact.startedAt ?? fact.at)
      const rows =
        fact.uid === undefined
          ? [...index.startedBetween(atMs - joinedWithinMs, atMs + 10 * minuteMs)]
          : index.withoutUid(customer)
      const candidates = rows.filter((row) => !row.pretend && listedCustomer(row) === customer)
      const chosen = chooseCall(fact, candidates.map(toCandidate))
      return chosen === null ? undefined : index.ordinalOf(chosen.id)
    },
  }
}

function isWithin(windowMs: number, fact: Fact, receivedMs: number): boolean {
  return Math.abs(receivedMs - toEpochMs(fact.receivedAt)) < windowMs
}

/** Null where the number is withheld: that joins nothing. */
function customerOfFact({ customer }: Told): string | null {
  return customer === undefined || customer.withheld ? null : (customer.number ?? customer.raw ?? null)
}

function toCandidate(row: IndexRow): Candidate & { id: string } {
  return {
    id: row.id,
    hasUid: hasUid(row),
    answered: row.answeredMs !== null || row.phase === 'answered',
    ended: row.phase === 'ended',
    startedAt: toInstant(row.startedMs),
    heardAt: toInstant(row.heardMs),
  }
}
