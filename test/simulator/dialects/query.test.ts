import { expect, it } from 'vitest'
import { play } from '../../../main/simulator/play.ts'
import { type StoryName, stories } from '../../../main/simulator/stories/stories.ts'
import { readStep } from '../read-step.ts'
import { seededRandom } from '../seeded-random.ts'

const startAt = Date.parse('2026-11-23T07:11:41.000Z')

function queriesOf(name: StoryName) {
  return play(stories[name], 'get', { startAt, random: seededRandom(7) }).map(readStep)
}

it('tells an answered call by names that need no mapping', () => {
  expect(queriesOf('answered')[1]).toMatchObject({
    caller_number: '+919000012001',
    created: String(startAt / 1_000 + 4),
    event: 'incoming',
    status: '',
    call_state: '5',
    service_number: '1140000000',
    agent_number: '9000010001',
    campaign: 'monsoon',
  })
})

it('says in a word how the call ended, at the end only', () => {
  expect(queriesOf('voicemail').map((query) => query.status)).toEqual(['', '', 'Voicemail'])
})

it('names one agent at the end of a hunt: the last', () => {
  expect(queriesOf('hunt').at(-1)?.agent_number).toBe('9000010003')
})

it('hides a withheld number', () => {
  expect(queriesOf('withheld')[0]?.caller_number).toBe('anonymous')
})
