import type { Instant } from '../../shared/call.ts'
import { dayMs, hourMs, minuteMs, toEpochMs } from '../../shared/time.ts'

/** How long ago: `just now`, `3 min ago`, `2 h ago`, `4 days ago`. What a moved clock puts into the future is now. */
export function ageAt(instant: Instant, nowMs: number): string {
  const ageMs = nowMs - toEpochMs(instant)
  if (ageMs < minuteMs) return 'just now'
  if (ageMs < hourMs) return `${Math.floor(ageMs / minuteMs)} min ago`
  if (ageMs < dayMs) return `${Math.floor(ageMs / hourMs)} h ago`
  const days = Math.floor(ageMs / dayMs)
  return days === 1 ? '1 day ago' : `${days} days ago`
}
