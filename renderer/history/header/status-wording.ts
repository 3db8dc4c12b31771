import { safeText } from '../../../shared/safe-text.ts'
import { isSilenced, type Status } from '../../../shared/status.ts'
import { minuteMs } from '../../../shared/time.ts'
import { ageAt } from '../../wording/age.ts'
import type { Clock } from '../../wording/clock.ts'
import { withoutFullStop } from '../../wording/without-full-stop.ts'
import { newestHeard } from '../reach/details/reach-facts.ts'
import { type Notice, reachNotices } from '../reach/reach-notices.ts'

interface StatusWords {
  dot: 'good' | 'waiting' | 'bad'
  /** The word that matters. */
  lead: string
  rest: string | null
  /** The rest is an age: another every minute, and no news. */
  isAging: boolean
}

/** The one sentence at the top of the window. What keeps calls from arriving goes before everything else. */
export function statusWords(status: Status, { nowMs, clock }: { nowMs: number; clock: Clock }): StatusWords {
  const { listener } = status
  switch (listener.state) {
    case 'failed':
      return words('bad', 'Not listening:', withoutFullStop(safeText(listener.reason)))
    case 'shut':
      return words('bad', 'Shut:', 'no secret is set')
    case 'starting':
      return words('waiting', 'Starting', null)
    case 'listening':
      return hearingWords(status, nowMs, clock)
  }
}

function hearingWords(status: Status, nowMs: number, clock: Clock): StatusWords {
  const { word } = status.reach.hearing
  const heardAt = newestHeard(status)
  const heard = `· ${heardAt === null ? 'no call yet' : `last call ${ageAt(heardAt, nowMs)}`}`
  if (word === 'not reachable') return { ...words('bad', 'Not reachable', heard), isAging: true }
  if (word === 'quiet') return { ...words('bad', 'Quiet', heard), isAging: true }
  if (isSilenced(status, nowMs))
    return words('waiting', 'Do not disturb', `until ${clock.time(status.doNotDisturbUntil ?? '')}`)
  if (word === 'hearing') return { ...words('good', 'Hearing', heard), isAging: true }
  if (heardAt === null) return words('waiting', 'Off', '· listens on this computer only')
  return { ...words('waiting', 'Off', `· no way in is looked after ${heard}`), isAging: true }
}

function words(dot: StatusWords['dot'], lead: string, rest: string | null): StatusWords {
  return { dot, lead, rest, isAging: false }
}

/** Sentences above the list: what happened, what it means, what to do. None while all is well. */
export function notices(status: Status, clock: Clock): Notice[] {
  const { notificationProblem } = status
  const bad = (sentence: string): Notice => ({ tone: 'bad', sentence, act: null })
  return [
    ...reachNotices(status),
    ...troubles(status, clock).map(bad),
    ...(notificationProblem === null ? [] : [notificationNotice(notificationProblem)]),
    ...(status.clockBehindMs === null ? [] : [bad(clockSentence(status.clockBehindMs))]),
  ]
}

function troubles({ storage, listener, problems }: Status, clock: Clock): string[] {
  const notices: string[] = problems.map(safeText)
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
  return notices
}

function notificationNotice(problem: string): Notice {
  return {
    tone: 'bad',
    sentence: `The system shows no notifications: ${withoutFullStop(safeText(problem))}. Calls are shown on the card alone. Allow Ringtray’s notifications in the system’s settings.`,
    act: 'notification-settings',
  }
}

function clockSentence(behindMs: number): string {
  const minutes = Math.max(Math.round(Math.abs(behindMs) / minuteMs), 1)
  const span = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
  const way = behindMs < 0 ? 'ahead of' : 'behind'
  return `This computer’s clock is ${span} ${way} MyOperator’s. Calls are still shown in time, but the times beside them do not agree with each other. Have the system set its clock by itself.`
}
