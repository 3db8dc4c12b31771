import { describe, expect, it } from 'vitest'
import { shiftWords } from '../../../../renderer/settings/wording/shift-wording.ts'

describe('shift hours in words', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6], '10:00', '18:30', 'Mon–Sat, 10:00 to 18:30.'],
    [[0, 1, 2, 3, 4, 5, 6], '10:00', '18:00', 'Every day, 10:00 to 18:00.'],
    [[5, 1, 3], '10:00', '18:00', 'Mon, Wed, Fri, 10:00 to 18:00.'],
    [[0, 6], '10:00', '18:00', 'Sat, Sun, 10:00 to 18:00.'],
    [[0, 1, 2, 3], '10:00', '18:00', 'Mon–Wed, Sun, 10:00 to 18:00.'],
    [[1], '22:00', '06:00', 'Mon, 22:00 to 06:00; it ends the next day.'],
    [[1], '09:00', '09:00', 'Mon, 24 hours from 09:00; it ends the next day.'],
    [[1], '00:00', '00:00', 'Mon, the whole day.'],
  ])('%j from %s to %s: %s', (days, from, to, words) => {
    expect(shiftWords({ days, from, to })).toBe(words)
  })
})
