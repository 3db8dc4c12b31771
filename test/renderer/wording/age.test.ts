import { expect, it } from 'vitest'
import { ageAt } from '../../../renderer/wording/age.ts'
import { dayMs, hourMs, minuteMs, toInstant } from '../../../shared/time.ts'

const nowMs = Date.parse('2026-11-23T12:00:00.000Z')

it.each([
  [-hourMs, 'just now'],
  [0, 'just now'],
  [minuteMs - 1, 'just now'],
  [minuteMs, '1 min ago'],
  [3 * minuteMs + 59_000, '3 min ago'],
  [hourMs, '1 h ago'],
  [dayMs - 1, '23 h ago'],
  [dayMs, '1 day ago'],
  [9 * dayMs, '9 days ago'],
])('says of an age of %d ms "%s"', (ageMs, words) => {
  expect(ageAt(toInstant(nowMs - ageMs), nowMs)).toBe(words)
})
