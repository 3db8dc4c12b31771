import { describe, expect, it } from 'vitest'
import { createClock, englishLocale } from '../../../renderer/wording/clock.ts'

const kolkata = createClock({ locale: 'en-IN', timeZone: 'Asia/Kolkata' })
/** Monday, 17:30 in Kolkata. */
const nowMs = Date.parse('2026-11-23T12:00:00.000Z')

describe('the clock', () => {
  it.each([
    ['2026-11-23T06:28:02.000Z', '11:58', '11:58:02'],
    ['2026-11-22T18:30:00.000Z', '00:00', '00:00:00'],
    ['2026-11-23T18:29:59.999Z', '23:59', '23:59:59'],
  ])('reads %s in its zone, in 24 hours', (instant, time, withSeconds) => {
    expect(kolkata.time(instant)).toBe(time)
    expect(kolkata.timeWithSeconds(instant)).toBe(withSeconds)
  })

  it.each([
    ['2026-11-23T06:28:02.000Z', 'Today, Monday 23 November'],
    ['2026-11-22T18:30:00.000Z', 'Today, Monday 23 November'],
    ['2026-11-22T18:29:59.000Z', 'Yesterday, Sunday 22 November'],
    ['2026-11-21T10:00:00.000Z', 'Saturday 21 November'],
    ['2025-12-01T10:00:00.000Z', 'Monday 1 December 2025'],
    ['2026-11-24T10:00:00.000Z', 'Tuesday 24 November'],
  ])('names the day of %s', (instant, day) => {
    expect(kolkata.day(instant, nowMs)).toBe(day)
  })

  it('knows yesterday across a new year and a change of summer time', () => {
    const berlin = createClock({ locale: 'en-GB', timeZone: 'Europe/Berlin' })
    expect(kolkata.day('2025-12-31T10:00:00.000Z', Date.parse('2026-01-01T10:00:00.000Z'))).toBe(
      'Yesterday, Wednesday 31 December',
    )
    // 26 October 2026 follows a day of 25 hours.
    expect(berlin.day('2026-10-24T23:30:00.000Z', Date.parse('2026-10-26T22:30:00.000Z'))).toBe(
      'Yesterday, Sunday 25 October',
    )
  })

  it('writes days in one order whatever English the machine speaks', () => {
    const american = createClock({ locale: 'en-US', timeZone: 'Asia/Kolkata' })
    expect(american.day('2026-11-21T10:00:00.000Z', nowMs)).toBe('Saturday 21 November')
    expect(american.time('2026-11-23T18:30:00.000Z')).toBe('00:00')
  })

  it('names a day briefly, in its zone', () => {
    expect(kolkata.shortDay('2026-11-20T20:00:00.000Z')).toBe('Sat 21 Nov')
    expect(createClock({ locale: 'en-US', timeZone: 'UTC' }).shortDay('2026-11-20T20:00:00.000Z')).toBe(
      'Fri 20 Nov',
    )
  })

  it('does not stumble over what is no instant', () => {
    expect(kolkata.time('soon')).toBe('–')
    expect(kolkata.timeWithSeconds('')).toBe('–')
    expect(kolkata.day('soon', nowMs)).toBe('Day not known')
    expect(kolkata.shortDay('soon')).toBe('–')
  })
})

it('keeps to English, as the machine writes it where it does', () => {
  expect(englishLocale('en-GB')).toBe('en-GB')
  expect(englishLocale('hi-IN')).toBe('en-IN')
})
