import { describe, expect, it } from 'vitest'
import { durationText, spokenDuration } from '../../../renderer/wording/duration.ts'

describe('a duration', () => {
  it.each([
    [0, '0:00', '0 seconds'],
    [1, '0:01', '1 second'],
    [48, '0:48', '48 seconds'],
    [60, '1:00', '1 minute'],
    [63, '1:03', '1 minute 3 seconds'],
    [3_599, '59:59', '59 minutes 59 seconds'],
    [3_600, '1:00:00', '1 hour'],
    [3_800, '1:03:20', '1 hour 3 minutes'],
    [90_000, '25:00:00', '25 hours'],
    [7.9, '0:07', '7 seconds'],
    [-5, '0:00', '0 seconds'],
  ])('of %d s reads %s and sounds "%s"', (seconds, written, spoken) => {
    expect(durationText(seconds)).toBe(written)
    expect(spokenDuration(seconds)).toBe(spoken)
  })
})
