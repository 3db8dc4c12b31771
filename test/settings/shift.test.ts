import { describe, expect, it } from 'vitest'
import { isInShift } from '../../main/settings/shift.ts'
import type { Shift } from '../../shared/settings.ts'

const [sunday, monday, tuesday, saturday] = [0, 1, 2, 6]

/** 23 November 2026 is a Monday; the tests' machine is in India. */
const at = (day: string, time: string) => Date.parse(`2026-11-${day}T${time}:00+05:30`)

const day = { days: [monday, saturday], from: '10:00', to: '18:30' }
const night = { days: [monday, saturday], from: '22:00', to: '06:00' }
const around = { days: [monday], from: '09:00', to: '09:00' }
const calendarDay = { days: [monday], from: '00:00', to: '00:00' }

describe('shift hours', () => {
  it.each<[string, Shift | null, number, boolean]>([
    ['none are set', null, at('23', '03:00'), true],
    ['the day begins', day, at('23', '10:00'), true],
    ['a minute is missing', day, at('23', '09:59'), false],
    ['the last minute runs', day, at('23', '18:29'), true],
    ['the day is over', day, at('23', '18:30'), false],
    ['it is another day', day, at('24', '12:00'), false],
    ['the night begins', night, at('23', '22:00'), true],
    ['it is past midnight of a shift of Monday', night, at('24', '05:59'), true],
    ['that night is over', night, at('24', '06:00'), false],
    ['Tuesday’s own evening has no shift', night, at('24', '22:00'), false],
    ['Monday’s early hours belong to Sunday', night, at('23', '03:00'), false],
    ['Sunday’s early hours belong to Saturday', night, at('29', '03:00'), true],
    ['it is noon between two nights', night, at('23', '12:00'), false],
    ['24 hours have begun', around, at('23', '09:00'), true],
    ['24 hours have not begun', around, at('23', '08:59'), false],
    ['24 hours go on', around, at('24', '08:59'), true],
    ['24 hours are over', around, at('24', '09:00'), false],
    ['the calendar day begins', calendarDay, at('23', '00:00'), true],
    ['the calendar day ends', calendarDay, at('23', '23:59'), true],
    ['the calendar day is over', calendarDay, at('24', '00:00'), false],
  ])('when %s', (_when, shift, nowMs, isIn) => {
    expect(isInShift(shift, nowMs)).toBe(isIn)
  })

  it('are always, where every day has all its hours', () => {
    const always = { days: [sunday, monday, tuesday, 3, 4, 5, saturday], from: '07:15', to: '07:15' }
    for (let hour = 0; hour < 7 * 24; hour++)
      expect(isInShift(always, at('23', '00:10') + hour * 3_600_000)).toBe(true)
  })
})
