import type { Instant } from '../../../shared/call.ts'
import { minuteMs, toEpochMs } from '../../../shared/time.ts'
import type { Clock } from '../../wording/clock.ts'

export function isSilent(until: Instant | null, nowMs: number): until is Instant {
  return until !== null && toEpochMs(until) > nowMs
}

/** `Off.`, `On until 14:30.`, `On until tomorrow, 00:00.` */
export function doNotDisturbWords(
  until: Instant | null,
  { nowMs, clock }: { nowMs: number; clock: Clock },
): string {
  if (!isSilent(until, nowMs)) return 'Off.'
  const day = clock.day(until, nowMs)
  if (day.startsWith('Today')) return `On until ${clock.time(until)}.`
  const isTomorrow = toEpochMs(until) <= nextMidnight(nextMidnight(nowMs) + minuteMs)
  return `On until ${isTomorrow ? 'tomorrow' : day}, ${clock.time(until)}.`
}

export function minutesUntilTomorrow(nowMs: number): number {
  return Math.ceil((nextMidnight(nowMs) - nowMs) / minuteMs)
}

function nextMidnight(nowMs: number): number {
  return new Date(nowMs).setHours(24, 0, 0, 0)
}
