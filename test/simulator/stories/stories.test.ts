import parsePhoneNumber from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { asMine } from '../../../main/simulator/stories/as-mine.ts'
import { storyMs } from '../../../main/simulator/stories/moments.ts'
import { pretendStory } from '../../../main/simulator/stories/pretend-story.ts'
import { stories, storyNames } from '../../../main/simulator/stories/stories.ts'
import { minuteMs } from '../../../shared/time.ts'

describe.each(storyNames)('the story "%s"', (name) => {
  const story = stories[name]

  it('is over within two minutes, so that no told time makes our clock look wrong', () => {
    expect(storyMs(story)).toBeLessThan(2 * minuteMs)
  })

  it('has legs that follow each other and end with the call at the latest', () => {
    let earliest = story.menuAfter ?? 0
    for (const leg of story.legs) {
      const times = [
        earliest,
        leg.ringsAfter,
        leg.answersAfter ?? leg.ringsAfter,
        leg.endsAfter,
        story.endsAfter,
      ]
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      earliest = leg.endsAfter
    }
  })

  it('is connected exactly when somebody answers, and then lasts until the last one hangs up', () => {
    const last = story.legs.at(-1)
    expect(story.result === 'connected').toBe(story.legs.some((leg) => leg.answersAfter !== null))
    for (const leg of story.legs) expect(leg.dialStatus === 'ANSWER').toBe(leg.answersAfter !== null)
    if (story.result === 'connected') expect(last?.endsAfter).toBe(story.endsAfter)
  })

  it('names only numbers that libphonenumber takes for valid Indian ones', () => {
    const numbers = [story.customer, story.line, ...story.legs.map((leg) => leg.agent.number)]
    for (const number of numbers.filter((candidate) => candidate !== null)) {
      expect(parsePhoneNumber(number)?.isValid()).toBe(true)
      expect(parsePhoneNumber(number)?.country).toBe('IN')
    }
  })
})

describe('asMine', () => {
  it('puts me in place of the agent who answers last', () => {
    const mine = asMine(stories.hunt, '+918586848544')
    expect(mine.legs.map((leg) => leg.agent.number)).toEqual([
      '+919000010001',
      '+919000010002',
      '+918586848544',
    ])
    expect(mine.legs.at(-1)?.agent.name).toBe('')
  })

  it('puts me in place of the agent who rings last where nobody answers, and leaves the story alone', () => {
    expect(asMine(stories.missed, 'abc123').legs[0]?.agent.number).toBe('abc123')
    expect(stories.missed.legs[0]?.agent.number).toBe('+919000010001')
  })

  it('makes me the one the call is handed to', () => {
    const mine = asMine(stories.transferred, '+918586848544')
    expect(mine.legs[0]?.handsTo?.number).toBe('+918586848544')
    expect(mine.legs[0]?.agent.name).toBe('Asha Rao')
  })

  it('changes nothing where no agent is rung', () => {
    expect(asMine(stories['ivr-hangup'], '+918586848544')).toEqual(stories['ivr-hangup'])
  })
})

describe('pretendStory', () => {
  it('rings within a second and is over within twenty', () => {
    const story = pretendStory('+918586848544')
    expect(story.legs[0]).toMatchObject({ ringsAfter: 1, agent: { number: '+918586848544' } })
    expect(storyMs(story)).toBeLessThan(20_000)
    expect(pretendStory(null).legs[0]?.agent.name).toBe('Asha Rao')
  })
})
