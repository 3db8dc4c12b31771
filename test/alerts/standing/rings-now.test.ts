import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldBy, ringsNow } from '../../../main/alerts/standing/rings-now.ts'
import type { Fact, Told, ToldAgent } from '../../../main/calls/fact.ts'
import { arrive, second } from '../../calls/facts.ts'

const a: ToldAgent = { number: '+919000010001' }
const b: ToldAgent = { number: '+919000010002' }
const c: ToldAgent = { id: '5cd4' }

type Telling = Told & Partial<Fact>
const ring = (at: number, ...agents: ToldAgent[]): Telling => ({
  kind: 'ringing',
  at: second(at),
  ...(agents.length > 0 && { agents }),
})
const answer = (at: number, ...agents: ToldAgent[]): Telling => ({ kind: 'answered', at: second(at), agents })
const end = (at: number): Telling => ({ kind: 'ended', phase: 'ended', at: second(at) })

/** Also where they arrive in any other order: each keeps the place in the journal that it has. */
function inEveryOrder<T>(told: Telling[], look: (facts: Fact[]) => T): T {
  const facts = arrive(...told)
  const expected = look(facts)
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
      expect(look([...shuffled, ...shuffled.slice(0, 2)])).toEqual(expected)
    }),
    { numRuns: 30 },
  )
  return expected
}

describe('who is rung now', () => {
  it.each<{ rule: string; told: Telling[]; agents: ToldAgent[] | null; key?: string }>([
    { rule: 'nobody before a ring', told: [{ kind: 'initiated', at: second(0) }], agents: null },
    { rule: 'whom the ring names', told: [ring(5, a, b)], agents: [a, b], key: 'key-1' },
    { rule: 'anybody where it names nobody', told: [ring(5)], agents: [], key: 'key-1' },
    { rule: 'the last of a hunt', told: [ring(5, a), ring(25, b)], agents: [b], key: 'key-2' },
    {
      rule: 'the first again, where the hunt comes back',
      told: [ring(5, a), ring(25, b), ring(45, a)],
      agents: [a],
      key: 'key-3',
    },
    { rule: 'anybody again', told: [ring(5, a), ring(25)], agents: [], key: 'key-2' },
    { rule: 'nobody after an answer', told: [ring(5, a), answer(9, a)], agents: null },
    { rule: 'nobody after an answer by somebody of several', told: [ring(5), answer(9, a, b)], agents: null },
    {
      rule: 'the other after a transfer',
      told: [ring(5, a), answer(9, a), ring(60, b)],
      agents: [b],
      key: 'key-3',
    },
    {
      rule: 'nobody once the transfer is answered',
      told: [ring(5, a), answer(9, a), ring(60, b), answer(66, b)],
      agents: null,
    },
    { rule: 'nobody after the end', told: [ring(5, a), end(30)], agents: null },
    {
      rule: 'nobody of a call that has ended, whatever a late ring claims',
      told: [end(30), ring(31, a)],
      agents: null,
    },
    {
      rule: 'nobody after the log',
      told: [ring(5, a), { kind: 'log', exact: true, phase: 'ended', at: second(40) }],
      agents: null,
    },
    {
      rule: 'nobody once it is closed for want of news',
      told: [ring(5, a), { kind: 'closed', closes: 'key-1', at: second(90) }],
      agents: null,
    },
    {
      rule: 'whom it rings still, where there was news after the mark',
      told: [ring(5, a), { kind: 'closed', closes: 'key-1', at: second(9) }, ring(25, b)],
      agents: [b],
      key: 'key-3',
    },
    {
      rule: 'the last to arrive, where all rings bear the time of the call',
      told: [ring(5, a), { ...ring(5, b), key: 'key-0' }],
      agents: [b],
      key: 'key-0',
    },
    {
      rule: 'nobody, where a ring and its answer bear the same time',
      told: [answer(5, a), ring(5, a)],
      agents: null,
    },
    {
      rule: 'nobody, where a retried v2 ring claims to be younger than the answer',
      told: [
        { ...answer(9, a), eventSequence: 4 },
        { ...ring(39, a), eventSequence: 3 },
      ],
      agents: null,
    },
    {
      rule: 'of v2 legs so far those that have no result yet',
      told: [ring(25, { ...a, result: 'missed' }, { ...b, result: 'rung' }, c)],
      agents: [{ ...b, result: 'rung' }, c],
      key: 'key-1',
    },
  ])('is $rule', ({ told, agents, key }) => {
    const now = inEveryOrder(told, ringsNow)
    expect(now?.agents ?? null).toEqual(agents)
    expect(now?.key).toBe(key)
  })

  it('says which delivery told so first, and when it arrived', () => {
    const [first, repeat] = arrive(ring(5, a), { ...ring(5, a), key: 'key-1' }) as [Fact, Fact]
    expect(ringsNow([repeat, first])).toEqual({
      agents: [a],
      key: 'key-1',
      seq: 1,
      receivedAt: first.receivedAt,
    })
  })
})

describe('who has the call', () => {
  it.each<{ rule: string; told: Telling[]; held: ReturnType<typeof heldBy> }>([
    { rule: 'nobody before an answer', told: [ring(5, a)], held: null },
    { rule: 'who answered', told: [answer(9, a)], held: { agents: [a], isKnown: true } },
    {
      rule: 'nobody yet, while several may have answered',
      told: [answer(9, a, b)],
      held: { agents: [a, b], isKnown: false },
    },
    {
      rule: 'one of several, once the provider tells which',
      told: [answer(9, a, b), answer(10, b)],
      held: { agents: [b], isKnown: true },
    },
    {
      rule: 'whom it was told outright',
      told: [{ ...answer(9, a, b), answeredBy: b.number ?? '' }],
      held: { agents: [b], isKnown: true },
    },
    {
      rule: 'who answered last',
      told: [answer(9, a), ring(60, b), answer(66, b)],
      held: { agents: [b], isKnown: true },
    },
    {
      rule: 'who answered, while it is passed on',
      told: [answer(9, a), ring(60, b)],
      held: { agents: [a], isKnown: true },
    },
    { rule: 'nobody once it is over', told: [answer(9, a), end(30)], held: null },
    {
      rule: 'somebody, where nobody is named',
      told: [answer(9)],
      held: { agents: [], isKnown: false },
    },
  ])('is $rule', ({ told, held }) => {
    expect(inEveryOrder(told, heldBy)).toEqual(held)
  })
})
