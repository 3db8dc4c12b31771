import type { Instant } from '../../shared/call.ts'
import { hourMs, minuteMs, secondMs, toEpochMs } from '../../shared/time.ts'
import type { Fact, Told } from './fact.ts'
import { startedAtOf } from './projection/instants.ts'

/** Retries come 30 s apart, three at most: what comes again within this time is the same ring. */
export const repeatWindowMs = 100 * secondMs

const longestCallMs = 3 * hourMs
const clockToleranceMs = 2 * minuteMs

/** What must be known of a call to say whether a fact without a name for its call belongs to it. */
export interface Candidate {
  hasUid: boolean
  answered: boolean
  ended: boolean
  startedAt: Instant
  /** The newest `receivedAt` of its facts. */
  heardAt: Instant
}

/** A fact before it has a key. */
export type Arrival = Told & Pick<Fact, 'at' | 'receivedAt' | 'untimed'>

/** The id of a call that this fact would begin. */
export function ownId(told: Told, seq: number): string {
  if (told.uid !== undefined) return told.uid
  return told.logId === undefined ? `own:${seq}` : `log:${told.logId}`
}

/**
 * The call that a fact continues, among those of its customer, the last begun first; null where it begins a new
 * one. Only to be asked where the fact's `ownId` is no known call: then a uid takes over a call without one.
 */
export function chooseCall<C extends Candidate>(fact: Arrival, newestFirst: readonly C[]): C | null {
  if (fact.uid === undefined && fact.logId !== undefined) return null
  const open = fact.uid === undefined ? newestFirst : newestFirst.filter((candidate) => !candidate.hasUid)
  if (isRing(fact)) return open.slice(0, 1).find((newest) => joins(fact, newest)) ?? null
  const joined = open.filter((candidate) => joins(fact, candidate))
  return (isLog(fact) ? nearest(fact, joined) : joined[0]) ?? null
}

/** Whether a fact may belong to a call of its customer: `chooseCall` asks this of the right calls in the right order. */
export function joins(fact: Arrival, candidate: Candidate): boolean {
  if (fact.customer?.withheld || fact.kind === 'closed') return false
  if (fact.uid !== undefined && candidate.hasUid) return false
  if (isLog(fact)) return startDistanceMs(fact, candidate) <= clockToleranceMs
  if (fact.kind === 'disposition') return isWithinCall(fact, candidate)
  if (candidate.ended) return false
  if (!isRing(fact)) return isWithinCall(fact, candidate)
  return !candidate.answered && distanceMs(fact.receivedAt, candidate.heardAt) <= repeatWindowMs
}

function isLog(fact: Arrival): boolean {
  return fact.exact === true || fact.kind === 'log'
}

function isRing(fact: Arrival): boolean {
  return !isLog(fact) && (fact.kind === 'initiated' || fact.kind === 'ringing')
}

// A customer who rings again within a minute has two calls that a log could mean.
function nearest<C extends Candidate>(fact: Arrival, candidates: readonly C[]): C | undefined {
  return candidates.toSorted((a, b) => startDistanceMs(fact, a) - startDistanceMs(fact, b))[0]
}

function startDistanceMs(fact: Arrival, candidate: Candidate): number {
  return distanceMs(startedAtOf([fact], fact.uid ?? null), candidate.startedAt)
}

// The start may be the provider's and the end ours, or the other way round: our clock may be a little behind.
function isWithinCall(fact: Arrival, candidate: Candidate): boolean {
  const elapsedMs = toEpochMs(fact.at) - toEpochMs(candidate.startedAt)
  return elapsedMs >= -clockToleranceMs && elapsedMs <= longestCallMs
}

function distanceMs(a: Instant, b: Instant): number {
  return Math.abs(toEpochMs(a) - toEpochMs(b))
}
