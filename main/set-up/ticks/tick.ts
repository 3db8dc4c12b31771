import type { Instant } from '../../../shared/call.ts'
import type { Check, CheckCode } from '../../../shared/set-up.ts'
import { toEpochMs } from '../../../shared/time.ts'

export function done(code: CheckCode, at: Instant, sentence: string): Check {
  return { code, state: 'done', sentence, at }
}

export function waiting(code: CheckCode, sentence: string): Check {
  return { code, state: 'waiting', sentence, at: null }
}

export function wrong(code: CheckCode, at: Instant, sentence: string): Check {
  return { code, state: 'wrong', sentence, at }
}

export function isAfter(at: Instant, other: Instant | null): boolean {
  return other === null || toEpochMs(at) > toEpochMs(other)
}

export function later(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return toEpochMs(one) >= toEpochMs(other) ? one : other
}
