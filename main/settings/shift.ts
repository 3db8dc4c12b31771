import type { Shift } from '../../shared/settings.ts'

/** Whether calls are shown at this time by the clock on this machine's wall. Without a shift they always are. */
export function isInShift(shift: Shift | null, nowMs: number): boolean {
  if (shift === null) return true
  const now = new Date(nowMs)
  const today = now.getDay()
  const minute = now.getHours() * 60 + now.getMinutes()
  const from = minuteOfDay(shift.from)
  const to = minuteOfDay(shift.to)
  const begins = shift.days.includes(today)
  if (from < to) return begins && minute >= from && minute < to
  // It ends on the next day; the same time twice is 24 hours.
  const beganYesterday = shift.days.includes((today + 6) % 7)
  return (begins && minute >= from) || (beganYesterday && minute < to)
}

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
