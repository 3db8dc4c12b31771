import { describe, expect, it } from 'vitest'
import { dialects, play } from '../../../main/simulator/play.ts'
import { type PlayOptions, playSteps } from '../../../main/simulator/sending/play-steps.ts'
import { simulate } from '../../../main/simulator/simulate.ts'
import { stories } from '../../../main/simulator/stories/stories.ts'
import { readStep } from '../read-step.ts'
import { seededRandom } from '../seeded-random.ts'
import { openTestDoor } from '../test-door.ts'

const now = Date.parse('2026-11-23T07:11:41.000Z')

function optionsFor(url: string): PlayOptions & { waits: number[] } {
  const waits: number[] = []
  return {
    url,
    headers: [['x-ringtray-token', 'not a secret']],
    speed: 1,
    order: 'real',
    repeats: 0,
    random: seededRandom(1),
    wait: async (ms) => void waits.push(ms),
    waits,
  }
}

describe('playSteps', () => {
  it.each(dialects)(
    'delivers every step of %s as it was made, on connections kept alive',
    async (dialect) => {
      const door = await openTestDoor((response) => response.writeHead(200).end())
      const steps = play(stories.answered, dialect, { startAt: now, random: seededRandom(1) })
      const sent = await collect(playSteps(steps, optionsFor(door.url)))

      expect(sent.map(({ step, status, fault }) => ({ step, status, fault }))).toEqual(
        steps.map((step) => ({ step, status: 200, fault: null })),
      )
      expect(door.knocks.map((knock) => knock.body)).toEqual(steps.map((step) => step.body))
      expect(door.knocks.map((knock) => knock.method)).toEqual(steps.map((step) => step.method))
      expect(door.knocks.map((knock) => [...new URL(knock.url, door.url).searchParams])).toEqual(
        steps.map((step) => step.query),
      )
      for (const [index, { headers }] of door.knocks.entries()) {
        expect(headers['x-ringtray-token']).toBe('not a secret')
        expect(headers['content-type'] ?? null).toBe(steps[index]?.contentType)
      }
      expect(new Set(door.knocks.map((knock) => knock.port)).size).toBeLessThan(steps.length)
    },
  )

  it.each([
    [1, [4_000, 8_000, 39_000, 2_000]],
    [4, [1_000, 2_000, 9_750, 500]],
    [0, []],
    [Number.POSITIVE_INFINITY, []],
  ])('waits at speed %s between the deliveries: %s ms', async (speed, waits) => {
    const door = await openTestDoor((response) => response.writeHead(204).end())
    const steps = play(stories.answered, 'v1-form', { startAt: now, random: seededRandom(1) })
    const options = { ...optionsFor(door.url), speed }
    await collect(playSteps(steps, options))
    expect(options.waits).toEqual(waits)
  })

  it('sends nothing more once its reader has left', async () => {
    const door = await openTestDoor((response) => response.writeHead(401).end())
    const steps = play(stories.answered, 'v2', { startAt: now, random: seededRandom(1) })
    for await (const sent of playSteps(steps, optionsFor(door.url))) {
      expect(sent.status).toBe(401)
      break
    }
    expect(door.knocks).toHaveLength(1)
  })

  it('repeats and disorders what it is asked to', async () => {
    const door = await openTestDoor((response) => response.writeHead(200).end())
    const steps = play(stories.hunt, 'v1-json', { startAt: now, random: seededRandom(1) })
    await collect(playSteps(steps, { ...optionsFor(door.url), order: 'disordered', repeats: 1, speed: 0 }))
    const bodies = door.knocks.map((knock) => knock.body)
    expect(bodies.toSorted()).toEqual([...steps, ...steps].map((step) => step.body).toSorted())
  })
})

describe('simulate', () => {
  it('tells a call played at once as one that has just ended', async () => {
    const door = await openTestDoor((response) => response.writeHead(200).end())
    const options = { ...optionsFor(door.url), speed: 0 }
    const story = stories.answered
    const sent = await collect(simulate({ ...options, story, dialect: 'v2', now }))
    expect(sent).toHaveLength(door.knocks.length)
    const last = sent.at(-1)
    expect(last && Date.parse(readStep(last.step).timestamp)).toBe(now)
  })

  it('tells a call played in real time as one that begins now', async () => {
    const door = await openTestDoor((response) => response.writeHead(200).end())
    const options = optionsFor(door.url)
    const [first] = await collect(simulate({ ...options, story: stories.missed, dialect: 'get', now }))
    expect(first && readStep(first.step).created).toBe(String(now / 1_000))
  })
})

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
