import { safeText } from '../../../shared/safe-text.ts'
import type { Status } from '../../../shared/status.ts'
import { minuteMs, toEpochMs } from '../../../shared/time.ts'

/** Good news is one line; bad news says what it means. */
export function stateLines(status: Status, nowMs: number): string[] {
  const lines = [listenerLine(status, nowMs)]
  if (status.storage.state === 'failing') lines.push('Calls cannot be kept: the disk cannot be written')
  if (status.problems.length > 0) lines.push('The settings need a look: see the history window')
  if (status.notificationProblem !== null)
    lines.push(`No notifications: ${safeText(status.notificationProblem)}`)
  if (status.clockBehindMs !== null) lines.push(clockLine(status.clockBehindMs))
  if (isSilenced(status, nowMs))
    lines.push(`Do not disturb until ${clock(toEpochMs(status.doNotDisturbUntil ?? ''))}`)
  return lines
}

export function isSilenced({ doNotDisturbUntil }: Pick<Status, 'doNotDisturbUntil'>, nowMs: number): boolean {
  return doNotDisturbUntil !== null && nowMs < toEpochMs(doNotDisturbUntil)
}

/** Null while nobody waits. */
export function owedLine({ owed }: Pick<Status, 'owed'>): string | null {
  return owed.mine === 0 ? null : `${owed.mine} to call back`
}

export function clock(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

function listenerLine({ listener, heardAt }: Status, nowMs: number): string {
  switch (listener.state) {
    case 'starting':
      return 'Starting'
    case 'listening':
      return heardAt === null
        ? 'Listening · no call yet'
        : `Listening · last call ${age(nowMs - toEpochMs(heardAt))}`
    case 'shut':
      return 'Shut: no secret is set, so no call is let in'
    case 'failed':
      return safeText(listener.reason)
  }
}

function clockLine(behindMs: number): string {
  return `This computer’s clock is ${span(Math.abs(behindMs))} ${behindMs < 0 ? 'ahead' : 'behind'}`
}

function age(ageMs: number): string {
  return ageMs < minuteMs ? 'just now' : `${span(ageMs)} ago`
}

function span(ms: number): string {
  const minutes = Math.floor(ms / minuteMs)
  if (minutes < 1) return 'less than a minute'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d`
}
