import type { ProbeCode, QuietAlarm, QuietCause, QuietCauseCode } from '../../../shared/hearing.ts'
import { hourMs, toInstant } from '../../../shared/time.ts'
import { isTooQuiet } from './too-quiet.ts'
import type { Span, Usual } from './usual.ts'

export interface Situation {
  nowMs: number
  /** The last real webhook; null: there never was one, and silence is no news. */
  heardMs: number | null
  usual: Usual
  /** Times since then when we could not hear; they do not overlap. */
  deaf: readonly Span[]
  /** Deliveries without a right proof since the last real webhook. */
  refusedInARow: number
  quotaUsedUp: boolean
  /** What the last probe found. */
  probe: ProbeCode | null
}

/** What has to outlive a restart: a new start is no new outage. Kept in `heard.json`. */
export interface AlarmMemory {
  /** When the outage began of which an alert was shown: its last real webhook, or the end of a holiday. */
  alertedForMs: number | null
  /** Silence is no alarm until then. */
  holidayUntilMs: number | null
}

export interface AlarmDecision {
  alarm: QuietAlarm | null
  /** Show it now, do-not-disturb or not: it is the first of its outage. */
  alert: boolean
  memory: AlarmMemory
}

const refusedInARow = 3
/** Anybody can be refused thrice, after each call again: that is told once an hour. */
const betweenShutMs = hourMs
/** An outage that began before anything was ever heard. */
const neverMs = 0

/** Whether calls fail to come. A real webhook ends it, for then the silence begins anew. */
export function decideAlarm(situation: Situation, memory: AlarmMemory): AlarmDecision {
  const { heardMs } = situation
  const outageMs = heardMs ?? neverMs
  const silenceMs = Math.max(outageMs, memory.holidayUntilMs ?? neverMs)
  const { alertedForMs } = memory
  const shut = isShut(situation)
  if (!shut && !isQuiet(situation, silenceMs, alertedForMs)) return { alarm: null, alert: false, memory }
  const alert = alertedForMs === null || alertedForMs < (shut ? outageMs - betweenShutMs : silenceMs)
  return {
    alarm: {
      since: heardMs === null ? null : toInstant(heardMs),
      sentence: sentenceOf(situation),
      causes: causesOf(situation),
    },
    alert,
    memory: alert ? { ...memory, alertedForMs: shut ? outageMs : silenceMs } : memory,
  }
}

function isShut({ quotaUsedUp, refusedInARow: refused }: Situation): boolean {
  return quotaUsedUp || refused >= refusedInARow
}

/** Once it has been told it lasts until a call is heard: the night is no end of it. */
function isQuiet(situation: Situation, silenceMs: number, alertedForMs: number | null): boolean {
  const { nowMs, heardMs, usual, deaf } = situation
  if (heardMs === null || silenceMs > nowMs) return false
  return alertedForMs === silenceMs || isTooQuiet(usual, { fromMs: silenceMs, toMs: nowMs }, deaf)
}

/** *It is a holiday*: silence is no alarm until tomorrow, in the machine's zone. */
export function declareHoliday(memory: AlarmMemory, nowMs: number): AlarmMemory {
  const tomorrow = new Date(nowMs)
  tomorrow.setHours(24, 0, 0, 0)
  return { ...memory, holidayUntilMs: tomorrow.getTime() }
}

function sentenceOf({ nowMs, heardMs, usual, refusedInARow: refused, quotaUsedUp }: Situation): string {
  const last = heardMs === null ? 'No call has ever reached Ringtray' : sinceText(heardMs, nowMs)
  if (quotaUsedUp) return `${last}: the tunnel’s monthly allowance is used up`
  if (refused >= refusedInARow) return `${last}; the last ${refused} deliveries came with a wrong secret`
  const perHour = usual.perHour(nowMs)
  if (perHour >= rare) return `${last}; usual now: ${rateText(perHour)}`
  return `${last}; about ${Math.round(usual.expected(heardMs ?? nowMs, nowMs))} are usual in that time`
}

function sinceText(heardMs: number, nowMs: number): string {
  const heard = new Date(heardMs)
  const time = heard.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const isToday = heard.toDateString() === new Date(nowMs).toDateString()
  const day = isToday
    ? ''
    : `${heard.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })}, `
  return `No call has reached Ringtray since ${day}${time}`
}

/** Calls an hour: of less nobody says that it is usual now. */
const rare = 1 / 12

/** `one every 4 minutes`, `one an hour`, `one every 2 hours`. */
function rateText(perHour: number): string {
  const minutes = Math.round(60 / perHour)
  if (minutes <= 1) return 'one or more a minute'
  if (minutes < 90) return minutes === 60 ? 'one an hour' : `one every ${minutes} minutes`
  return `one every ${Math.round(minutes / 60)} hours`
}

/** In the order in which they are likely. */
function causesOf(situation: Situation): QuietCause[] {
  const { refusedInARow: refused, quotaUsedUp, probe } = situation
  const codes: QuietCauseCode[] = []
  if (quotaUsedUp) codes.push('quota-used-up')
  if (refused > 0) codes.push('wrong-secret')
  if (probe !== null && probe !== 'proven' && !quotaUsedUp) codes.push('path-broken')
  codes.push('switched-off')
  // A holiday explains silence, not what was turned away.
  if (!isShut(situation)) codes.push('really-quiet')
  return codes.map((code) => ({ code, sentence: causeSentences[code] }))
}

const causeSentences: Record<QuietCauseCode, string> = {
  'quota-used-up':
    'The tunnel turns calls away until the month ends. Choose a larger plan, or another way in.',
  'wrong-secret':
    'Deliveries arrived with a wrong secret and were refused. Copy the secret again and paste it into MyOperator’s panel.',
  'path-broken': 'A probe to the public address did not come back. What it found stands above.',
  'switched-off':
    'The webhook may be switched off in MyOperator’s panel: look there whether it is active and its URL is right.',
  'really-quiet': 'It may really be quiet. If today is a holiday, say so: Ringtray is silent until tomorrow.',
}
