import type { Shift } from '../../../shared/settings.ts'

/** As a week is read here, Monday first. `day`: 0 is Sunday. */
export const weekdays = [
  { day: 1, short: 'Mon', long: 'Monday' },
  { day: 2, short: 'Tue', long: 'Tuesday' },
  { day: 3, short: 'Wed', long: 'Wednesday' },
  { day: 4, short: 'Thu', long: 'Thursday' },
  { day: 5, short: 'Fri', long: 'Friday' },
  { day: 6, short: 'Sat', long: 'Saturday' },
  { day: 0, short: 'Sun', long: 'Sunday' },
] as const

/** `Mon–Sat, 10:00 to 18:00.`, `Every day, 22:00 to 06:00; it ends the next day.` */
export function shiftWords({ days, from, to }: Shift): string {
  return `${daysWords(days)}, ${hoursWords(from, to)}.`
}

function hoursWords(from: string, to: string): string {
  if (from < to) return `${from} to ${to}`
  if (from !== to) return `${from} to ${to}; it ends the next day`
  return from === '00:00' ? 'the whole day' : `24 hours from ${from}; it ends the next day`
}

function daysWords(days: number[]): string {
  if (days.length === weekdays.length) return 'Every day'
  return runs(days)
    .map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', ')))
    .join(', ')
}

/** Days that follow each other. */
function runs(days: number[]): string[][] {
  const found: string[][] = [[]]
  for (const { day, short } of weekdays) {
    if (days.includes(day)) found.at(-1)?.push(short)
    else found.push([])
  }
  return found.filter((run) => run.length > 0)
}
