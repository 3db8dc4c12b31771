import type { Instant } from '../../shared/call.ts'

/** Instants sort as texts: they all have one length, because no dialect tells a year beyond four digits. */
export function compareInstants(a: Instant, b: Instant): number {
  return compareTexts(a, b)
}

/** The earlier of two instants; undefined is "not told". */
export function earliest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return a <= b ? a : b
}

export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
