import type { Instant } from '../../shared/call.ts'
import { toEpochMs } from '../../shared/time.ts'

const usualLength = '2026-11-23T07:11:41.000Z'.length

/** Instants of the years 0 to 9999 sort as texts, which is cheap; a garbled epoch can lie outside them. */
export function compareInstants(a: Instant, b: Instant): number {
  if (a === b) return 0
  if (a.length === usualLength && b.length === usualLength) return a < b ? -1 : 1
  return toEpochMs(a) - toEpochMs(b) || compareTexts(a, b)
}

/** The earlier of two instants; undefined is "not told". */
export function earliest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return compareInstants(a, b) <= 0 ? a : b
}

export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
