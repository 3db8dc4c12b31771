import type { EventKind, Instant } from '../../shared/call.ts'
import type { Fact } from './fact.ts'
import { compareInstants, compareTexts, earliest } from './instant-order.ts'
import { compareArrivals, withoutRepeats } from './merge.ts'

/** Where several facts share an instant, the course of a call decides. An exact fact stands as a log. */
const ranks: Record<EventKind, number> = {
  initiated: 0,
  unknown: 1,
  ringing: 2,
  answered: 3,
  ended: 4,
  log: 5,
  disposition: 6,
  closed: 7,
}

/** The facts of one call in the order of the call, each key once; a lowered time is in `at` of a copy. */
export function order(facts: readonly Fact[]): Fact[] {
  return lowerStamps(withoutRepeats(facts)).sort(
    (a, b) =>
      compareInstants(a.at, b.at) ||
      rank(a) - rank(b) ||
      (a.eventSequence ?? 0) - (b.eventSequence ?? 0) ||
      compareTexts(a.key, b.key),
  )
}

/**
 * The last thing heard of a call, by arrival: what a `closed` mark names in `closes`. A disposition is given
 * after the call and is no news of it, unless nothing else is known.
 */
export function newestFact(facts: readonly Fact[]): Fact | null {
  const told = facts.filter((fact) => fact.kind !== 'closed')
  const news = told.filter((fact) => fact.kind !== 'disposition')
  return (news.length > 0 ? news : told).toSorted(compareArrivals).at(-1) ?? null
}

function rank(fact: Fact): number {
  return ranks[fact.exact ? 'log' : fact.kind]
}

// v2 stamps a delivery when it is sent, so a retried ring claims to be younger than the answer that followed it.
function lowerStamps(facts: Fact[]): Fact[] {
  const sequenced = facts.filter(isSequenced)
  if (sequenced.length < 2) return facts
  sequenced.sort((a, b) => b.eventSequence - a.eventSequence)
  const lowered = new Map<Fact, Fact>()
  let ofHigher: Instant | undefined
  let soFar: Instant | undefined
  let sequence: number | undefined
  for (const fact of sequenced) {
    if (fact.eventSequence !== sequence) ofHigher = soFar
    sequence = fact.eventSequence
    if (ofHigher !== undefined && compareInstants(ofHigher, fact.at) < 0) {
      lowered.set(fact, { ...fact, at: ofHigher })
    }
    soFar = earliest(soFar, fact.at)
  }
  return lowered.size === 0 ? facts : facts.map((fact) => lowered.get(fact) ?? fact)
}

function isSequenced(fact: Fact): fact is Fact & { eventSequence: number } {
  return fact.eventSequence !== undefined && !fact.exact && fact.kind !== 'disposition'
}
