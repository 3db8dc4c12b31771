import { describe, expect, it } from 'vitest'
import { dialects, play } from '../../../main/simulator/play.ts'
import { schedule } from '../../../main/simulator/sending/schedule.ts'
import { stories } from '../../../main/simulator/stories/stories.ts'
import { readStep } from '../read-step.ts'
import { seededRandom } from '../seeded-random.ts'

const startAt = Date.parse('2026-11-23T07:11:41.000Z')

describe.each(dialects)('schedule of %s', (dialect) => {
  const steps = play(stories.hunt, dialect, { startAt, random: seededRandom(1) })

  it('is the call itself when nothing is asked of it', () => {
    expect(schedule(steps, { order: 'real', repeats: 0, random: seededRandom(2) })).toEqual(steps)
  })

  it('sends each delivery again half a minute later', () => {
    const sent = schedule(steps, { order: 'real', repeats: 2, random: seededRandom(2) })
    expect(sent).toHaveLength(steps.length * 3)
    const first = steps[0]?.afterMs ?? Number.NaN
    const times = sent.map((step) => step.afterMs)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    for (const again of [0, 30_000, 60_000]) expect(times).toContain(first + again)
  })

  it('shuffles what is told but not when, and loses nothing', () => {
    const options = { order: 'disordered', repeats: 1 } as const
    const sent = schedule(steps, { ...options, random: seededRandom(2) })
    const inOrder = schedule(steps, { order: 'real', repeats: 1, random: seededRandom(2) })
    expect(sent.map((step) => step.afterMs)).toEqual(inOrder.map((step) => step.afterMs))
    const told = (of: typeof sent) => of.map((step) => step.body + String(step.query))
    expect(told(sent)).not.toEqual(told(inOrder))
    expect(told(sent).toSorted()).toEqual(told(inOrder).toSorted())
    expect(schedule(steps, { ...options, random: seededRandom(2) })).toEqual(sent)
  })
})

describe('a repeat', () => {
  it('is stamped anew in v2 under the same event id, and never comes before the first try', () => {
    const steps = play(stories.hunt, 'v2', { startAt, random: seededRandom(1) })
    const sent = schedule(steps, { order: 'disordered', repeats: 1, random: seededRandom(5) }).map(readStep)
    for (const attempts of Map.groupBy(sent, (event) => event.event_id).values()) {
      const [first, again] = attempts.map((event) => Date.parse(event.timestamp))
      expect(again).toBe((first ?? Number.NaN) + 30_000)
    }
  })

  it('is the same to the byte in v1', () => {
    const steps = play(stories.missed, 'v1-form', { startAt, random: seededRandom(1) })
    const sent = schedule(steps, { order: 'real', repeats: 1, random: seededRandom(5) })
    expect(new Set(sent.map((step) => step.body)).size).toBe(steps.length)
  })
})
