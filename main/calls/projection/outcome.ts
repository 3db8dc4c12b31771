import type { Direction, EventKind, Outcome, Phase } from '../../../shared/call.ts'
import type { Fact } from '../fact.ts'
import { newestFact } from '../fact-order.ts'
import { compareArrivals } from '../merge.ts'

const phaseRanks: Record<Phase, number> = { initiated: 0, ringing: 1, answered: 2, ended: 3 }

const outcomeRanks: Record<Outcome, number> = {
  unknown: 0,
  missed: 1,
  'no-answer': 2,
  rejected: 3,
  voicemail: 4,
  connected: 5,
}

const phaseOfKind: Record<EventKind, Phase> = {
  initiated: 'initiated',
  ringing: 'ringing',
  answered: 'answered',
  ended: 'ended',
  log: 'ended',
  disposition: 'initiated',
  closed: 'initiated',
  unknown: 'initiated',
}

/** How far one fact says the call has come. */
export function phaseOf(fact: Fact): Phase {
  return fact.phase ?? phaseOfKind[fact.kind]
}

export function furthestPhase(facts: readonly Fact[]): Phase {
  let furthest: Phase = 'initiated'
  for (const fact of facts) {
    const phase = phaseOf(fact)
    if (phaseRanks[phase] > phaseRanks[furthest]) furthest = phase
  }
  return furthest
}

/** A mark closes the call while nothing has been heard since the fact that it names. */
export function isClosed(facts: readonly Fact[]): boolean {
  const marks = facts.filter((fact) => fact.kind === 'closed')
  if (marks.length === 0) return false
  const newest = newestFact(facts)
  return marks.some((mark) => {
    const last = facts.find((fact) => fact.key === mark.closes)
    return newest !== null && last !== undefined && compareArrivals(last, newest) >= 0
  })
}

/** A log of a call in which no agent talked has the last word over an answer that was heard before. */
export function deniesAnswer(fact: Fact): boolean {
  return fact.exact === true && fact.outcome !== undefined && fact.outcome !== 'connected'
}

/** The outcome of a call that is over. `ranked` ends with the exact facts, the latest of them last. */
export function outcomeOf(ranked: readonly Fact[], direction: Direction): Outcome {
  const final = ranked.findLast((fact) => fact.exact && fact.outcome !== undefined)?.outcome
  const outcome = final ?? highestOutcome(ranked, direction)
  return outcome === 'missed' && direction === 'outgoing' ? 'no-answer' : outcome
}

function highestOutcome(facts: readonly Fact[], direction: Direction): Outcome {
  const isUntold = facts.some((fact) => phaseOf(fact) === 'ended' && fact.outcome === undefined)
  let highest: Outcome = isUntold ? outcomeUntold(facts, direction) : 'unknown'
  for (const { outcome } of facts) {
    if (outcome !== undefined && outcomeRanks[outcome] > outcomeRanks[highest]) highest = outcome
  }
  return highest
}

function outcomeUntold(facts: readonly Fact[], direction: Direction): Outcome {
  if (facts.some((fact) => phaseOf(fact) === 'answered')) return 'connected'
  return direction === 'outgoing' ? 'no-answer' : 'missed'
}
