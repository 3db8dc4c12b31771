import type { Call } from '../../shared/call.ts'
import { minuteMs, toEpochMs } from '../../shared/time.ts'

/** What to do about a call that has changed, or why nothing. Whatever is not shown has a reason. */
export type Decision =
  | { action: 'ring' }
  /** After a while, should no late answer arrive. */
  | { action: 'miss' }
  /** What is shown about this call is over. */
  | { action: 'close' }
  | { action: 'stay-silent'; because: Silence }

export type Silence =
  | 'outgoing'
  /** It began more than ten minutes before it arrived. */
  | 'stale'
  | 'not-mine'
  /** It has not rung anybody yet. */
  | 'not-ringing'
  /** Answered or ended when we first heard of it, or never missed. */
  | 'over'
  | 'do-not-disturb'

export interface Situation {
  nowMs: number
  /** What is on the screen about this call. */
  shown: 'ringing' | 'missed' | null
  isMine: boolean
  doNotDisturb: boolean
}

const staleAfterMs = 10 * minuteMs

/** One table, read from the top: the first line that fits decides. What is shown and no longer right is closed. */
export function decide(call: Call, { nowMs, shown, isMine, doNotDisturb }: Situation): Decision {
  const isMissed = call.phase === 'ended' && call.outcome === 'missed'
  const silence = (because: Silence): Decision =>
    shown === null ? { action: 'stay-silent', because } : { action: 'close' }
  if (call.direction === 'outgoing') return silence('outgoing')
  if (shown === null && isStale(call, nowMs)) return silence('stale')
  if (call.phase === 'initiated') return silence('not-ringing')
  if (call.phase !== 'ringing' && !isMissed) return silence('over')
  if (!isMine) return silence('not-mine')
  if (doNotDisturb) return silence('do-not-disturb')
  return { action: isMissed ? 'miss' : 'ring' }
}

/** A call that ends now was not stale when it began. */
function isStale(call: Call, nowMs: number): boolean {
  return nowMs - toEpochMs(call.endedAt ?? call.startedAt) > staleAfterMs
}
