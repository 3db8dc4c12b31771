import { expect, it } from 'vitest'
import { ageText } from '../../../renderer/wording/age.ts'
import { dayMs, hourMs, minuteMs } from '../../../shared/time.ts'

it.each([
  [0, 'just now'],
  [minuteMs - 1, 'just now'],
  [minuteMs, '1 min ago'],
  [3 * minuteMs + 59_000, '3 min ago'],
  [hourMs, '1 h ago'],
  [dayMs - 1, '23 h ago'],
  [dayMs, '1 day ago'],
  [9 * dayMs, '9 days ago'],
])('says of an age of %d ms "%s"', (ageMs, words) => {
  expect(ageText(ageMs)).toBe(words)
})
