import { describe, expect, it } from 'vitest'
import { beginAt, pacedMs } from '../../main/simulator/begin-at.ts'
import { storyMs } from '../../main/simulator/stories/moments.ts'
import { stories } from '../../main/simulator/stories/stories.ts'

const now = Date.parse('2026-11-23T07:11:41.000Z')
const story = stories.hunt

describe('beginAt', () => {
  it.each([1, 0.5])('begins now at speed %s', (speed) => {
    expect(beginAt(story, { now, speed, order: 'real' })).toBe(now)
  })

  it.each([2, 10, 1_000, 0, Number.POSITIVE_INFINITY])(
    'tells nothing before its time at speed %s',
    (speed) => {
      const begin = beginAt(story, { now, speed, order: 'real' })
      for (let afterMs = 0; afterMs <= storyMs(story); afterMs += 500) {
        expect(begin + afterMs).toBeLessThanOrEqual(now + pacedMs(afterMs, speed) + 1e-3)
      }
      expect(begin + storyMs(story)).toBeCloseTo(now + pacedMs(storyMs(story), speed), 3)
    },
  )

  it('lets a call that is told in disorder be over already', () => {
    expect(beginAt(story, { now, speed: 1, order: 'disordered' })).toBe(now - storyMs(story))
  })
})
