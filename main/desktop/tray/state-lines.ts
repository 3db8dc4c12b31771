import { safeText } from '../../../shared/safe-text.ts'
import { isSilenced, type Status } from '../../../shared/status.ts'
import { minuteMs, toEpochMs } from '../../../shared/time.ts'

/** Good news is one line; bad news says what it means. */
export function stateLines(status: Status, nowMs: number): string[] {
  const lines = hearingLines(status, nowMs)
  if (status.storage.state === 'failing') lines.push('Calls cannot be kept: the disk cannot be written')
  if (status.problems.length > 0) lines.push('The settings need a look: see the history window')
  if (status.notificationProblem !== null)
    lines.push(`No notifications: ${safeText(status.notificationProblem)}`)
  if (status.clockBehindMs !== null) lines.push(clockLine(status.clockBehindMs))
  if (isSilenced(status, nowMs))
    lines.push(`Do not disturb until ${clock(toEpochMs(status.doNotDisturbUntil ?? ''))}`)
  return lines
}

/** Null while nobody waits. */
export function owedLine({ owed }: Pick<Status, 'owed'>): string | null {
  return owed.mine === 0 ? null : `${owed.mine} to call back`
}

export function clock(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}

/** When a real call was last heard, by whoever knows of the newer one; null: never. */
export function heardMs({ heardAt, reach }: Pick<Status, 'heardAt' | 'reach'>): number | null {
  const told = [heardAt, reach.hearing.heardAt].filter((at) => at !== null).map(toEpochMs)
  return told.length === 0 ? null : Math.max(...told)
}

function hearingLines(status: Status, nowMs: number): string[] {
  const { listener, reach } = status
  switch (listener.state) {
    case 'starting':
      return ['Starting']
    case 'shut':
      return ['Shut: no secret is set, so no call is let in']
    case 'failed':
      return [safeText(listener.reason)]
  }
  const { word, alarm } = reach.hearing
  const heard = heardText(heardMs(status), nowMs)
  const lines = [
    word === 'off' ? `Off: listening on this computer only · ${heard}` : `${capitalised(word)} · ${heard}`,
  ]
  if (word === 'not reachable') lines.push(shortened(brokenSentence(reach)))
  if (alarm !== null) lines.push(shortened(alarm.sentence))
  if (reach.hearing.urlChanged !== null) lines.push('The address is a new one: see the history window')
  return lines
}

/** The history window has the whole of it, and its buttons. */
function brokenSentence({ tunnel, hearing }: Status['reach']): string {
  const found = hearing.probe === null || hearing.probe.code === 'proven' ? null : hearing.probe.sentence
  return tunnel.problem === null || tunnel.problem === 'probe' ? (found ?? tunnel.sentence) : tunnel.sentence
}

const mostCharacters = 90

/** The first sentence: a menu is as wide as its longest line. */
function shortened(text: string): string {
  const [first = ''] = safeText(text).split(/(?<=[.!?])\s/)
  return first.length <= mostCharacters ? first : `${first.slice(0, mostCharacters - 1).trimEnd()}…`
}

function heardText(heard: number | null, nowMs: number): string {
  return heard === null ? 'no call yet' : `last call ${age(nowMs - heard)}`
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
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
