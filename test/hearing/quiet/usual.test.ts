import { describe, expect, it } from 'vitest'
import { learnUsual } from '../../../main/hearing/quiet/usual.ts'
import { dayMs, hourMs } from '../../../shared/time.ts'
import { mondayMs } from './company.ts'

const at = (day: number, hour: number) => mondayMs + day * dayMs + hour * hourMs

/** Four calls in the hour after ten on every Monday, and one on Thursdays at three. */
function calls(weeks: number): number[] {
  return Array.from({ length: weeks }, (_, week) => [
    ...[10.1, 10.3, 10.6, 10.8].map((hour) => at(7 * week, hour)),
    at(7 * week + 3, 15.1),
  ]).flat()
}

describe('what is usual', () => {
  it('is assumed before two weeks of history: one call an hour, Monday to Saturday, 10 to 18', () => {
    const usual = learnUsual({ calls: calls(1).slice(0, 4), untilMs: at(0, 12), deaf: [] })
    expect(usual.isLearned).toBe(false)
    expect(usual.perWeek).toBe(48)
    const week = Array.from({ length: 7 }, (_, day) => usual.expected(at(day, 0), at(day + 1, 0)))
    expect(week).toEqual([8, 8, 8, 8, 8, 8, 0])
    expect(usual.expected(at(0, 9), at(0, 10.5))).toBe(0.5)
  })

  it('is assumed to be less where the first days have shown less', () => {
    const usual = learnUsual({ calls: calls(2), untilMs: at(13, 12), deaf: [] })
    expect(usual.isLearned).toBe(false)
    expect(usual.perWeek).toBeCloseTo((10 / 96) * 48, 1)
  })

  it('is learnt by weekday and hour, in the machine’s zone', () => {
    const usual = learnUsual({ calls: calls(4), untilMs: at(28, 9), deaf: [] })
    expect(usual.isLearned).toBe(true)
    expect(usual.expected(at(28, 10), at(28, 11))).toBeCloseTo(4)
    expect(usual.expected(at(29, 10), at(29, 11))).toBe(0)
    expect(usual.expected(at(31, 15), at(31, 16))).toBeCloseTo(1)
    expect(usual.perWeek).toBeCloseTo(5)
  })

  it('learns from the last ten weeks only, and nothing from what comes after the last webhook', () => {
    const old = Array.from({ length: 50 }, (_, count) => at(2, count / 10))
    const later = Array.from({ length: 50 }, (_, count) => at(105, 9.5 + count / 100))
    const usual = learnUsual({ calls: [...old, ...calls(15), ...later], untilMs: at(105, 9), deaf: [] })
    expect(usual.perWeek).toBeCloseTo(5, 0)
  })

  it('learns nothing from times when we could not hear', () => {
    const heard = calls(4).filter((ms) => ms < at(14, 0) || ms > at(15, 0))
    const deaf = [{ fromMs: at(14, 0), toMs: at(15, 0) }]
    const usual = learnUsual({ calls: heard, untilMs: at(28, 9), deaf })
    expect(usual.expected(at(28, 10), at(28, 11))).toBeCloseTo(4)
    const unknowing = learnUsual({ calls: heard, untilMs: at(28, 9), deaf: [] })
    expect(unknowing.expected(at(28, 10), at(28, 11))).toBeLessThan(3.5)
  })
})
