import { isMissed } from '../../shared/call.ts'
import type { IndexRow } from '../calls/index/index-row.ts'

/** What must be known of a customer's call to say whether it asks for one back, or makes an earlier one good. */
export type OwedRow = Pick<
  IndexRow,
  'startedMs' | 'answeredMs' | 'direction' | 'phase' | 'outcome' | 'withheld' | 'pretend'
>

/** When the oldest call began that nobody has made good by speaking with the customer since; in any order. */
export function owed(calls: Iterable<OwedRow>): { since: number } | null {
  const missed: number[] = []
  let spoken = Number.NEGATIVE_INFINITY
  for (const call of calls) {
    if (isTalk(call)) spoken = Math.max(spoken, spokenMs(call))
    else if (asksForOne(call)) missed.push(call.startedMs)
  }
  let since = Number.POSITIVE_INFINITY
  for (const startedMs of missed) if (startedMs > spoken && startedMs < since) since = startedMs
  return since === Number.POSITIVE_INFINITY ? null : { since }
}

/** An agent has spoken, or speaks, with the customer, whoever called whom. */
export function isTalk({ phase, outcome, answeredMs, pretend }: OwedRow): boolean {
  if (pretend) return false
  // The end of a call that was answered may never have been told.
  return outcome === 'connected' || phase === 'answered' || (outcome === 'unknown' && answeredMs !== null)
}

/** When they began to speak: the answer, else the start. In ms since the epoch. */
export function spokenMs({ answeredMs, startedMs }: Pick<IndexRow, 'answeredMs' | 'startedMs'>): number {
  return answeredMs ?? startedMs
}

/** Who hangs up in the menu has called in vain too: that is a missed call which rang nobody. */
export function asksForOne({ direction, outcome, withheld, pretend }: OwedRow): boolean {
  return isMissed(outcome) && direction !== 'outgoing' && !withheld && !pretend
}
