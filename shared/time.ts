import type { Instant } from './call.ts'

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Milliseconds since the epoch to an instant; throws a RangeError outside ±8.64e15. */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString()
}

/** An instant to milliseconds since the epoch. */
export function toEpochMs(instant: Instant): number {
  return Date.parse(instant)
}
