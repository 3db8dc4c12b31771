import { safeText } from '../../../shared/safe-text.ts'
import type { Status } from '../../../shared/status.ts'
import { minuteMs, toEpochMs } from '../../../shared/time.ts'
import { ageText } from '../../wording/age.ts'
import type { Clock } from '../../wording/clock.ts'

export interface StatusWords {
  dot: 'good' | 'waiting' | 'bad'
  /** The word that matters. */
  lead: string
  rest: string | null
}

/** The one sentence at the top of the window. What keeps calls from arriving goes before everything else. */
export function statusWords(status: Status, { nowMs, clock }: { nowMs: number; clock: Clock }): StatusWords {
  const { listener } = status
  switch (listener.state) {
    case 'failed':
      return { dot: 'bad', lead: 'Not listening:', rest: withoutFullStop(safeText(listener.reason)) }
    case 'shut':
      return { dot: 'bad', lead: 'Shut:', rest: 'no secret is set' }
    case 'starting':
      return { dot: 'waiting', lead: 'Starting', rest: null }
    case 'listening':
      if (isSilenced(status, nowMs))
        return {
          dot: 'waiting',
          lead: 'Do not disturb',
          rest: `until ${clock.time(status.doNotDisturbUntil ?? '')}`,
        }
      return { dot: 'good', lead: 'Listening', rest: `· ${heardText(status.heardAt, nowMs)}` }
  }
}

export function isSilenced({ doNotDisturbUntil }: Status, nowMs: number): boolean {
  return doNotDisturbUntil !== null && toEpochMs(doNotDisturbUntil) > nowMs
}

function heardText(heardAt: string | null, nowMs: number): string {
  return heardAt === null ? 'no call yet' : `last call ${ageText(Math.max(nowMs - toEpochMs(heardAt), 0))}`
}

/** Sentences above the list: what happened, what it means, what to do. None while all is well. */
export function noticeSentences(status: Status, clock: Clock): string[] {
  const { storage, listener } = status
  const notices: string[] = status.problems.map(safeText)
  if (listener.state === 'failed')
    notices.push(
      'Calls that come in now are not received. Once what keeps Ringtray from listening is put right, it listens again by itself.',
    )
  if (listener.state === 'shut')
    notices.push(
      'No secret is set, so every delivery is refused and no call can arrive. Set one in settings.json and start again, then put the same into MyOperator’s panel.',
    )
  if (storage.state === 'failing')
    notices.push(
      `Nothing can be saved since ${clock.time(storage.since)}: ${withoutFullStop(safeText(storage.reason))}. MyOperator is asked to send its calls again until it works; notes are not kept meanwhile.`,
    )
  if (status.notificationProblem !== null)
    notices.push(
      `The system shows no notifications: ${withoutFullStop(safeText(status.notificationProblem))}. Calls are shown on the card alone. Allow Ringtray’s notifications in the system’s settings.`,
    )
  if (status.clockBehindMs !== null) notices.push(clockSentence(status.clockBehindMs))
  return notices
}

function clockSentence(behindMs: number): string {
  const minutes = Math.max(Math.round(Math.abs(behindMs) / minuteMs), 1)
  const span = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
  const way = behindMs < 0 ? 'ahead of' : 'behind'
  return `This computer’s clock is ${span} ${way} MyOperator’s. Calls are still shown in time, but the times beside them do not agree with each other. Have the system set its clock by itself.`
}

function withoutFullStop(sentence: string): string {
  return sentence.replace(/[.\s]+$/, '')
}
