import type { Shift } from '../../../shared/settings.ts'
import { dayMs } from '../../../shared/time.ts'
import type { Span } from '../quiet/usual.ts'

/** The times of a shift between two instants, oldest first, none touching the next; in the machine's zone. */
export function shiftSpans(fromMs: number, toMs: number, { days, from, to }: Shift): Span[] {
  const spans: Span[] = []
  // A shift that began the evening before may still last.
  const day = new Date(fromMs - dayMs)
  day.setHours(0, 0, 0, 0)
  for (; day.getTime() < toMs; day.setDate(day.getDate() + 1)) {
    if (!days.includes(day.getDay())) continue
    const beginsMs = Math.max(fromMs, timeOn(day, from, 0))
    const endsMs = Math.min(toMs, timeOn(day, to, to > from ? 0 : 1))
    const last = spans.at(-1)
    if (last !== undefined && beginsMs <= last.toMs) last.toMs = Math.max(last.toMs, endsMs)
    else if (beginsMs < endsMs) spans.push({ fromMs: beginsMs, toMs: endsMs })
  }
  return spans
}

/** `HH:MM` so many days after a midnight. */
function timeOn(midnight: Date, time: string, days: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(
    midnight.getFullYear(),
    midnight.getMonth(),
    midnight.getDate() + days,
    hours,
    minutes,
  ).getTime()
}
