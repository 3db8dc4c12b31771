import { describe, expect, it } from 'vitest'
import {
  doNotDisturbWords,
  minutesUntilTomorrow,
} from '../../../../renderer/settings/wording/do-not-disturb-wording.ts'
import { createClock } from '../../../../renderer/wording/clock.ts'

const clock = createClock({ locale: 'en-IN' })
const nowMs = Date.parse('2026-11-23T14:15:20+05:30')

describe('do not disturb', () => {
  it.each([
    [null, 'Off.'],
    ['2026-11-23T14:15:00+05:30', 'Off.'],
    ['2026-11-23T14:30:00+05:30', 'On until 14:30.'],
    ['2026-11-24T00:00:00+05:30', 'On until tomorrow, 00:00.'],
    ['2026-11-24T23:59:00+05:30', 'On until tomorrow, 23:59.'],
    ['2026-11-26T09:00:00+05:30', 'On until Thursday 26 November, 09:00.'],
  ])('until %s is said as “%s”', (until, words) => {
    expect(doNotDisturbWords(until, { nowMs, clock })).toBe(words)
  })

  it('until tomorrow lasts to midnight by the clock on the wall', () => {
    expect(minutesUntilTomorrow(nowMs)).toBe(9 * 60 + 45)
    expect(minutesUntilTomorrow(Date.parse('2026-11-23T00:00:00+05:30'))).toBe(24 * 60)
    expect(minutesUntilTomorrow(Date.parse('2026-11-23T23:59:59+05:30'))).toBe(1)
  })
})
