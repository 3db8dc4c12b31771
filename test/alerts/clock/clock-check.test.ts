import { describe, expect, it } from 'vitest'
import { createClockCheck } from '../../../main/alerts/clock/clock-check.ts'
import { minuteMs } from '../../../shared/time.ts'

/** Minutes behind, one call each. */
function checked(...minutes: number[]) {
  const check = createClockCheck()
  for (const [call, behind] of minutes.entries())
    check.add({ callId: `c${call}`, behindMs: behind * minuteMs })
  return check.behindMs()
}

describe('the clock check', () => {
  it.each([
    { rule: 'three agree', minutes: [7, 8, 6.5], behind: 7 },
    { rule: 'three agree that it is ahead', minutes: [-60, -61, -60.5], behind: -60.5 },
    { rule: 'they agree to two minutes', minutes: [5, 6, 7], behind: 6 },
    { rule: 'only the last three agree', minutes: [0, 30, 10, 10, 10], behind: 10 },
    { rule: 'only two were heard', minutes: [7, 7], behind: null },
    { rule: 'nothing was heard', minutes: [], behind: null },
    { rule: 'they differ by more', minutes: [5, 6, 7.1], behind: null },
    { rule: 'it is off by no more than two minutes', minutes: [2, 2, 2], behind: null },
    { rule: 'one says that it is right', minutes: [2.5, 2, 3], behind: null },
    { rule: 'the last says that it is right again', minutes: [9, 9, 9, 0], behind: null },
    { rule: 'they disagree about the direction', minutes: [2.1, -2.1, 2.1], behind: null },
  ])('says $behind where $rule', ({ minutes, behind }) => {
    expect(checked(...minutes)).toBe(behind === null ? null : behind * minuteMs)
  })

  it('asks each call once, for what it said first', () => {
    const check = createClockCheck()
    const add = (callId: string, minutes: number) => check.add({ callId, behindMs: minutes * minuteMs })
    for (let time = 0; time < 3; time++) add('a', 9)
    expect(check.behindMs()).toBeNull()
    add('b', 9)
    add('c', 10)
    add('a', 0)
    add('b', 0)
    expect(check.behindMs()).toBe(9 * minuteMs)
  })

  it('goes on after any number of calls', () => {
    expect(checked(...Array.from({ length: 3_000 }, () => 0), 5, 5, 5)).toBe(5 * minuteMs)
  })
})
