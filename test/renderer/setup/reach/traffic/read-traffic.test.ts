import { describe, expect, it } from 'vitest'
import { readCallsPerDay, trafficWords } from '../../../../../renderer/setup/reach/traffic/read-traffic.ts'

describe('the calls of a busy day', () => {
  it.each([
    ['120', 120],
    [' 1,440 ', 1440],
    ['1 440', 1440],
    ['1', 1],
    ['100000', 100_000],
  ])('takes %s', (typed, callsPerDay) => {
    expect(readCallsPerDay(typed)).toEqual({ callsPerDay })
  })

  it.each(['', '0', '-5', 'lots', '1e3', '100001'])('asks again after “%s”', (typed) => {
    expect(readCallsPerDay(typed)).toEqual({ problem: expect.stringContaining('whole number') })
  })

  it('says back what was told', () => {
    expect(trafficWords(1)).toBe('About 1 call on a busy day')
    expect(trafficWords(1440)).toBe('About 1,440 calls on a busy day')
  })
})
