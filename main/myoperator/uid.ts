import type { Instant } from '../../shared/call.ts'
import { readInstant } from './values/instant.ts'

/**
 * When the call began, from the middle part of `n2.1596270949.2175190` (epoch seconds, UTC). The shape of a
 * uid is nowhere promised: null where the middle is no plausible time.
 */
export function uidInstant(uid: string): Instant | null {
  const middle = uid.split('.')[1] ?? ''
  return /^\d{10}$/.test(middle) ? readInstant(middle) : null
}
