import { describe, expect, it } from 'vitest'
import {
  drawSettleMs,
  mostProbesPerMonth,
  nextProbeMs,
  type ProbeTimes,
  probeEveryMs,
} from '../../../main/hearing/schedule/next-probe.ts'
import { minuteMs, secondMs } from '../../../shared/time.ts'

const nowMs = Date.parse('2026-11-23T06:00:00Z')
const nothing: ProbeTimes = {
  heardMs: null,
  probedMs: null,
  failures: 0,
  happened: null,
  everyMs: 10 * minuteMs,
}
const ago = (minutes: number) => nowMs - minutes * minuteMs
const at = (lastMs: number, firstMs = lastMs) => ({ firstMs, lastMs, settleMs: 4 * secondMs })

describe('the next probe', () => {
  it.each<[string, Partial<ProbeTimes>, number]>([
    ['some seconds after something happened', { happened: at(nowMs) }, 4],
    ['though a call came shortly before it', { happened: at(nowMs), heardMs: ago(1) }, 4],
    ['later where more keeps happening', { happened: at(nowMs, nowMs - 9 * secondMs) }, 4],
    ['but not for ever', { happened: at(nowMs, nowMs - 14 * secondMs) }, 1],
    ['ten minutes after the last', { probedMs: nowMs }, 600],
    ['five minutes after a call at the soonest', { probedMs: ago(9), heardMs: ago(1) }, 240],
    ['as planned where the call is older', { probedMs: ago(9), heardMs: ago(8) }, 60],
    ['a minute after the first that failed', { probedMs: nowMs, failures: 1 }, 60],
    ['two after the second', { probedMs: nowMs, failures: 2 }, 120],
    ['five after the third', { probedMs: nowMs, failures: 3 }, 300],
    ['ten after any further', { probedMs: nowMs, failures: 9 }, 600],
  ])('is due %s', (_when, values, seconds) => {
    expect((nextProbeMs({ ...nothing, ...values }) - nowMs) / secondMs).toBe(seconds)
  })

  it('settles for three to five seconds', () => {
    expect([0, 0.5, 0.999].map((value) => Math.round(drawSettleMs(() => value)))).toEqual([
      3_000, 4_000, 4_998,
    ])
  })

  it('comes every ten minutes while calls are usual, and every hour else', () => {
    expect(probeEveryMs({ perHour: () => 0.5 }, nowMs)).toBe(10 * minuteMs)
    expect(probeEveryMs({ perHour: () => 0 }, nowMs)).toBe(60 * minuteMs)
  })

  it('costs at most a tenth of ngrok’s free requests in a usual month', () => {
    expect(mostProbesPerMonth({ usualHours: 48, happeningsPerDay: 10 })).toBe(2_079)
    expect(mostProbesPerMonth({ usualHours: 168, happeningsPerDay: 0 })).toBe(4_384)
  })
})
