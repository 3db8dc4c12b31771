import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../main/calls/fact.ts'
import { mergeFacts } from '../../main/calls/merge.ts'
import { project } from '../../main/calls/project.ts'
import { describeTimeline } from '../../main/calls/timeline/timeline.ts'
import { anyFacts } from './facts.ts'

const shown = (facts: readonly Fact[]) => JSON.stringify(project('the-call', facts, {}))

const disordered = anyFacts.chain((facts) =>
  fc.record({
    facts: fc.constant(facts),
    shuffled: fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
    groups: fc.array(fc.nat({ max: 3 }), { minLength: facts.length, maxLength: facts.length }),
  }),
)

describe('project', () => {
  it('gives the identical call for every order and repetition of its facts', () => {
    fc.assert(
      fc.property(disordered, ({ facts, shuffled }) => {
        expect(shown(shuffled)).toBe(shown(facts))
      }),
      { numRuns: 500 },
    )
  })

  it('gives the identical call however its facts were grouped and merged', () => {
    fc.assert(
      fc.property(disordered, ({ facts, groups }) => {
        const parts = [3, 1, 0, 2].map((group) => facts.filter((_, index) => groups[index] === group))
        const merged = parts.reduce((all, part) => mergeFacts(part, all), [])
        expect(shown(merged)).toBe(shown(facts))
      }),
      { numRuns: 500 },
    )
  })

  it('changes neither the facts nor their list', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const before = JSON.stringify(facts)
        shown(facts)
        expect(JSON.stringify(facts)).toBe(before)
      }),
    )
  })

  it('tells a step for every event, whatever was told', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const call = project('the-call', facts, {})
        const timeline = describeTimeline(
          facts,
          call,
          (agent) => agent.name ?? agent.number ?? agent.id ?? '?',
        )
        expect(timeline.map(({ at, kind }) => ({ at, kind }))).toEqual(
          call.events.map(({ at, kind }) => ({ at, kind })),
        )
        expect(timeline.every(({ text }) => text !== '')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
