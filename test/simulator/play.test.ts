import { describe, expect, it } from 'vitest'
import { dialects, play } from '../../main/simulator/play.ts'
import { storyMs } from '../../main/simulator/stories/moments.ts'
import { stories, storyNames } from '../../main/simulator/stories/stories.ts'
import { readStep } from './read-step.ts'
import { seededRandom } from './seeded-random.ts'

const startAt = Date.parse('2026-11-23T07:11:41.250Z')
const epoch = Math.floor(startAt / 1_000)
const everyPlay = storyNames.flatMap((name) => dialects.map((dialect) => ({ name, dialect })))

describe.each(everyPlay)('$name in $dialect', ({ name, dialect }) => {
  const story = stories[name]
  const steps = play(story, dialect, { startAt, random: seededRandom(1) })

  it('is made of deliveries that can be read, in order, within the time of the story', () => {
    for (const step of steps) expect(Object.keys(readStep(step)).length).toBeGreaterThan(5)
    const times = steps.map((step) => step.afterMs)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times[0]).toBe(0)
    expect(times.at(-1)).toBe(dialect === 'get' ? story.endsAfter * 1_000 : storyMs(story))
  })

  it('speaks of one call, whose uid carries the start', () => {
    const uids = new Set(steps.map(readStep).map(uidOf))
    expect(uids.size).toBe(1)
    expect([...uids][0]).toMatch(new RegExp(`^n[1-9]\\.${epoch}\\.\\d{7}$`))
  })

  it('tells the same with the same random, and another call with another', () => {
    expect(play(story, dialect, { startAt, random: seededRandom(1) })).toEqual(steps)
    const other = play(story, dialect, { startAt, random: seededRandom(2) })
    expect(other.map((step) => step.afterMs)).toEqual(steps.map((step) => step.afterMs))
    expect(other.map(readStep).map(uidOf)).not.toEqual(steps.map(readStep).map(uidOf))
  })

  it('has a body exactly where the method has one', () => {
    for (const step of steps) {
      expect(step.method).toBe(dialect === 'get' ? 'GET' : 'POST')
      expect(step.body === '').toBe(dialect === 'get')
      expect(step.contentType === null).toBe(dialect === 'get')
      expect(step.query.length > 0).toBe(dialect === 'get')
    }
  })
})

describe('play', () => {
  it('gives every call of a busy second a uid of its own', () => {
    const random = seededRandom(3)
    const uids = Array.from({ length: 500 }, () => {
      const [first] = play(stories.missed, 'get', { startAt, random })
      return first && uidOf(readStep(first))
    })
    expect(new Set(uids).size).toBe(500)
  })
})

function uidOf(payload: ReturnType<typeof readStep>): string {
  return payload.uid ?? payload.session_id ?? payload._pm.find(({ ky }: { ky: string }) => ky === 'ui').vl
}
