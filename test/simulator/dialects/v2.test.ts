import { describe, expect, it } from 'vitest'
import { play } from '../../../main/simulator/play.ts'
import { type StoryName, stories, storyNames } from '../../../main/simulator/stories/stories.ts'
import { type Payload, readStep } from '../read-step.ts'
import { seededRandom } from '../seeded-random.ts'

const startAt = Date.parse('2026-11-23T07:11:41.000Z')

function eventsOf(name: StoryName): Payload[] {
  return play(stories[name], 'v2', { startAt, random: seededRandom(7) }).map(readStep)
}

describe.each(storyNames)('the v2 events of "%s"', (name) => {
  const story = stories[name]
  const events = eventsOf(name)

  it('are numbered from 1, the summary anew, with ids of their own', () => {
    const sequences = events.map((event) => event.event_sequence)
    expect(sequences).toEqual([...sequences.slice(0, -1).map((_, index) => index + 1), 1])
    expect(new Set(events.map((event) => event.event_id)).size).toBe(events.length)
    expect(events.at(-2)?.event_type).toBe('call.end')
    expect(events.at(-1)).toMatchObject({ event_type: 'call.summary', system_identifier: null })
  })

  it('are stamped when they are sent', () => {
    const steps = play(story, 'v2', { startAt, random: seededRandom(7) })
    expect(events.map((event) => Date.parse(event.timestamp) - startAt)).toEqual(
      steps.map((step) => step.afterMs),
    )
  })

  it('end with legs that add up to the duration, in the end and in the summary alike', () => {
    const [end, summary] = events.slice(-2)
    expect(end?.payload.duration).toBe(story.endsAfter)
    const strip = ({ agent: _, ...leg }: Payload) => leg
    expect(summary?.payload.legs.map(strip)).toEqual(end?.payload.legs)
    const agents = end?.payload.legs.slice(1) as Payload[]
    const legSeconds = agents.reduce((sum, leg) => sum + leg.ring_duration + leg.talk_duration, 0)
    const first = story.legs[0]
    const last = story.legs.at(-1)
    expect(legSeconds).toBe(first && last ? last.endsAfter - first.ringsAfter : 0)
  })

  it('say who the agents are in the summary only', () => {
    const named = events.filter((event) => event.payload.legs.some((leg: Payload) => leg.agent))
    expect(named).toEqual(story.legs.length === 0 ? [] : events.slice(-1))
  })
})

describe('v2', () => {
  it('tells a hunt leg by leg', () => {
    const events = eventsOf('hunt')
    expect(events.map((event) => event.event_type.slice(5)).join(' ')).toBe(
      'initiated ivr_started dial_begin dial_begin dial_begin answered end summary',
    )
    const results = events.map((event) => event.payload.legs.slice(1).map((leg: Payload) => leg.result))
    expect(results[4]).toEqual(['not_answered', 'not_answered', 'ringing'])
    expect(results[5]).toEqual(['not_answered', 'not_answered', 'answered'])
  })

  it('has reached, but not spoken to, a customer whom nobody has answered', () => {
    const customer = eventsOf('missed').at(-1)?.payload.legs[0]
    expect(customer).toMatchObject({ type: 'customer', result: 'connected', answered_at: null })
  })

  it('tells that a customer rejected the call by the legs', () => {
    const [end] = eventsOf('click-to-call-rejected').slice(-2)
    expect(end?.payload).toMatchObject({
      status: 'missed',
      legs: [{ result: 'not_answered' }, { dial_status: 'CANCEL' }],
    })
  })
})
