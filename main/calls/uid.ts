import type { Instant } from '../../shared/call.ts'
import { secondMs, toInstant } from '../../shared/time.ts'

/**
 * When the call began, from the middle part of `n2.1596270949.2175190` (epoch seconds, UTC). The shape of a
 * uid is nowhere promised: null where the middle is no time from 2001 to 2096.
 */
export function uidInstant(uid: string): Instant | null {
  const middle = uid.split('.')[1] ?? ''
  return /^[1-3]\d{9}$/.test(middle) ? toInstant(Number(middle) * secondMs) : null
}
