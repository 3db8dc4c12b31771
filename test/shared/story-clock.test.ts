import { describe, expect, it } from 'vitest'
import { createStoryClock } from '../../shared/story-clock.ts'

/** Monday, 17:30 in Kolkata. */
const clock = createStoryClock({
  now: () => Date.parse('2026-11-23T12:00:00.000Z'),
  timeZone: 'Asia/Kolkata',
})

describe('the clock of a story', () => {
  it.each([
    ['2026-11-23T05:20:00.000Z', '10:50'],
    ['2026-11-22T18:30:00.000Z', '00:00'],
    ['2026-11-22T18:29:59.000Z', 'yesterday 23:59'],
    ['2026-11-21T10:00:00.000Z', 'Sat 21 Nov 15:30'],
    ['2026-01-01T00:00:00.000Z', 'Thu 1 Jan 05:30'],
    ['2025-12-01T10:00:00.000Z', '1 Dec 2025 15:30'],
    ['2026-11-24T10:00:00.000Z', 'Tue 24 Nov 15:30'],
    ['soon', '–'],
  ])('writes %s as %s', (instant, moment) => {
    expect(clock.moment(instant)).toBe(moment)
  })

  it('leaves the day away where only the time is wanted', () => {
    expect(clock.time('2025-12-01T10:00:00.000Z')).toBe('15:30')
    expect(clock.time('')).toBe('–')
  })

  it('knows yesterday across a new year and a change of summer time', () => {
    const newYear = createStoryClock({ now: () => Date.parse('2026-01-01T10:00:00.000Z'), timeZone: 'UTC' })
    expect(newYear.moment('2025-12-31T10:00:00.000Z')).toBe('yesterday 10:00')
    // 26 October 2026 follows a day of 25 hours.
    const berlin = createStoryClock({
      now: () => Date.parse('2026-10-26T22:30:00.000Z'),
      timeZone: 'Europe/Berlin',
    })
    expect(berlin.moment('2026-10-24T23:30:00.000Z')).toBe('yesterday 01:30')
  })
})
