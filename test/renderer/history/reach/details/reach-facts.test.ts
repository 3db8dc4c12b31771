import { describe, expect, it } from 'vitest'
import { provenAndHeard, reachFacts } from '../../../../../renderer/history/reach/details/reach-facts.ts'
import { createClock } from '../../../../../renderer/wording/clock.ts'
import type { Status } from '../../../../../shared/status.ts'
import { exampleReach, exampleStatus, publicUrl } from '../../example-status.ts'

const clock = createClock({ locale: 'en-IN', timeZone: 'Asia/Kolkata' })
const nowMs = Date.parse('2026-11-23T07:11:00.000Z')
const unheard: Partial<Status> = {
  heardAt: null,
  reach: exampleReach({
    hearing: { word: 'off', heardAt: null, pathProvenAt: null },
    tunnel: { kind: null, publicUrl: null },
  }),
}

describe('what the word rests on', () => {
  const facts = (changes: Partial<Status> = {}) =>
    reachFacts(exampleStatus(changes), { nowMs, clock }).map(({ name, text }) => [name, text])

  it('tells the proven path and the last call apart, each with its age', () => {
    expect(facts()).toEqual([
      ['Path proven', '30 min ago, at 12:11'],
      ['Heard', '3 min ago, at 12:38'],
      ['Way in', 'Calls can reach this Ringtray: something has come through.'],
      ['Address', publicUrl],
    ])
  })

  it('tells what a way in still carries', () => {
    const meter = { level: 'calm' as const, sentence: '7,412 of 20,000', requests: 1, limit: 2 }
    expect(facts({ reach: exampleReach({ meter }) })).toContainEqual(['Requests', '7,412 of 20,000'])
  })

  it('says so where nothing is known', () => {
    expect(facts(unheard)).toEqual([
      ['Path proven', 'Not since the start'],
      ['Heard', 'No call yet'],
      ['Way in', 'None that Ringtray looks after'],
    ])
  })

  it.each([
    [{}, 'path proven 30 min ago · heard 3 min ago'],
    [unheard, 'path not proven since the start · no call heard yet'],
  ])('fits into one line', (changes, line) => {
    expect(provenAndHeard(exampleStatus(changes), nowMs)).toBe(line)
  })
})
