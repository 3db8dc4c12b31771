import { dayMs, hourMs, minuteMs } from '../../shared/time.ts'

/** How long ago: `just now`, `3 min ago`, `2 h ago`, `4 days ago`. */
export function ageText(ageMs: number): string {
  if (ageMs < minuteMs) return 'just now'
  if (ageMs < hourMs) return `${Math.floor(ageMs / minuteMs)} min ago`
  if (ageMs < dayMs) return `${Math.floor(ageMs / hourMs)} h ago`
  const days = Math.floor(ageMs / dayMs)
  return days === 1 ? '1 day ago' : `${days} days ago`
}
