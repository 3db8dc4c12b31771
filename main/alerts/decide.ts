import type { CallCardState } from '../../shared/card.ts'
import { minuteMs } from '../../shared/time.ts'

/** What a call is to this desk's agent at this moment. */
export type Standing =
  | 'outgoing'
  /** It has not rung anybody yet. */
  | 'not-ringing'
  | 'rings-me'
  /** It rings somebody, but not this desk's agent (any more). */
  | 'rings-others'
  | 'with-me'
  /** Somebody else has it, or nobody knows yet who. */
  | 'with-others'
  /** It ended and nobody talked with the customer: missed, or a voicemail. */
  | 'missed'
  /** It ended in any other way. */
  | 'over'

export interface Situation {
  standing: Standing
  /** Since it began, or since its end where it has ended; on a clock that agrees with the provider's. */
  ageMs: number
  /** This desk's agent was rung at some time, or nobody is configured. */
  isMine: boolean
  /** What is on the screen about this call. */
  shown: CallCardState | null
  /** It stands as it did when it was shown: it was dismissed, or the app has been started again since. */
  shownBefore: boolean
  /** The agent has looked at the call. */
  seen: boolean
  isIgnored: boolean
  /** Why nothing is shown at all now. */
  quiet: Quiet | null
}

export type Quiet = 'do-not-disturb' | 'outside-shift' | 'away'

/** What to do about a call that has changed, or why nothing. Whatever is not shown has a reason. */
export type Decision =
  | { action: 'show'; as: 'ringing' | 'answered' | 'taken' | 'moved-on' | 'ended' }
  /** After a while, should no late answer arrive. */
  | { action: 'miss' }
  /** What is shown about this call is right as it stands, or leaves by itself. */
  | { action: 'leave' }
  /** What is shown about this call is wrong now. */
  | { action: 'close' }
  | { action: 'stay-silent'; because: Silence }

export type Silence =
  | Quiet
  | 'outgoing'
  | 'ignored'
  /** It began more than ten minutes before it arrived. */
  | 'stale'
  | 'not-mine'
  | 'not-ringing'
  /** Answered or ended when we first heard of it, or never missed. */
  | 'over'
  | 'shown-before'

const staleAfterMs = 10 * minuteMs

/** One table, read from the top: the first line that fits decides. */
export function decide(situation: Situation): Decision {
  const { standing, ageMs, isMine, shown, shownBefore, seen, isIgnored, quiet } = situation
  const isShown = shown !== null
  if (standing === 'outgoing') return silence('outgoing', shown)
  if (isIgnored) return silence('ignored', shown)
  if (seen && (standing === 'missed' || shown === 'missed')) return silence('shown-before', shown)
  if (!isShown && ageMs > staleAfterMs) return silence('stale', shown)
  switch (standing) {
    case 'not-ringing':
      return silence('not-ringing', shown)
    case 'rings-me':
      if (shownBefore && !isShown) return silence('shown-before', shown)
      if (quiet !== null) return silence(quiet, shown)
      return show('ringing')
    case 'rings-others':
      if (shown === 'moved-on') return { action: 'leave' }
      return isShown && shown !== 'missed' ? show('moved-on') : silence('not-mine', shown)
    case 'with-me':
      return isShown && shown !== 'missed' ? show('answered') : silence('over', shown)
    case 'with-others':
      return isShown && shown !== 'missed' ? show('taken') : silence(isMine ? 'over' : 'not-mine', shown)
    case 'missed':
      if (!isMine) return silence('not-mine', shown)
      if (shown === 'missed') return { action: 'leave' }
      if (shownBefore) return silence('shown-before', shown)
      return quiet === null ? { action: 'miss' } : silence(quiet, shown)
    case 'over':
      if (shown === 'answered' || shown === 'ended') return show('ended')
      if (shown === 'taken' || shown === 'moved-on') return { action: 'leave' }
      return silence(isMine ? 'over' : 'not-mine', shown)
  }
}

function show(as: 'ringing' | 'answered' | 'taken' | 'moved-on' | 'ended'): Decision {
  return { action: 'show', as }
}

function silence(because: Silence, shown: CallCardState | null): Decision {
  return shown === null ? { action: 'stay-silent', because } : { action: 'close' }
}
