import { dayMs, hourMs, minuteMs } from '../../../shared/time.ts'

export interface Company {
  callsPerDay: number
  /** 0 up to 1. */
  random(): number
}

/** Local midnight of a Monday. */
export const mondayMs = new Date(2026, 7, 3).getTime()

/** How the calls of a day are spread: half past nine to half past six, with a lunch. */
const hours = [
  [9, 0.4],
  [10, 1.3],
  [11, 1.5],
  [12, 1.2],
  [13, 0.25],
  [14, 0.9],
  [15, 1.2],
  [16, 1.3],
  [17, 0.9],
  [18, 0.3],
] as const
const whole = hours.reduce((sum, [, weight]) => sum + weight, 0)

/** When calls of a normal company begin, oldest first: no Sunday, a short Saturday, no two days alike. */
export function callsOf({ callsPerDay, random }: Company, weeks: number): number[] {
  const calls: number[] = []
  for (let day = 0; day < weeks * 7; day++) {
    const startMs = mondayMs + day * dayMs
    const weekday = new Date(startMs).getDay()
    if (weekday === 0) continue
    const busy = (0.65 + 0.7 * random()) * (weekday === 6 ? 0.6 : 1)
    const opensMs = startMs + 9 * hourMs + (20 + 20 * random()) * minuteMs
    for (const [hour, weight] of hours) {
      const expected = (callsPerDay * busy * weight) / whole
      for (let count = poisson(expected, random); count > 0; count--) {
        const ms = startMs + (hour + random()) * hourMs
        if (ms >= opensMs) calls.push(Math.floor(ms))
      }
    }
  }
  return calls.sort((a, b) => a - b)
}

function poisson(expected: number, random: () => number): number {
  const next = () => -Math.log(1 - random())
  let count = 0
  for (let sum = next(); sum < expected; sum += next()) count++
  return count
}
