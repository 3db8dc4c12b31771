import { describe, expect, it } from 'vitest'
import type { Fact } from '../../main/calls/fact.ts'
import { newestFact, order } from '../../main/calls/fact-order.ts'
import { arrive, second } from './facts.ts'

const stamped = (facts: Fact[]) => order(facts).map(({ key, at }) => `${key} ${at.slice(17, 19)}`)
const keys = (facts: Fact[]) => order(facts).map(({ key }) => key)

describe('order', () => {
  it('sorts by time before anything else', () => {
    const facts = arrive(
      { kind: 'ended', at: second(9), key: 'end' },
      { kind: 'answered', at: second(5), key: 'answer' },
    )
    expect(keys(facts)).toEqual(['answer', 'end'])
  })

  it('sorts facts of one instant by the course of a call', () => {
    const kinds = [
      'initiated',
      'unknown',
      'ringing',
      'answered',
      'ended',
      'log',
      'disposition',
      'closed',
    ] as const
    const facts = arrive(...kinds.toReversed().map((kind) => ({ kind, at: second(0), key: kind })))
    expect(keys(facts)).toEqual(kinds)
  })

  it('sorts facts of one instant and rank by event_sequence, then by key', () => {
    const ring = { kind: 'ringing', at: second(0) } as const
    const facts = arrive(
      { ...ring, key: 'b', eventSequence: 2 },
      { ...ring, key: 'd', eventSequence: 1 },
      { ...ring, key: 'a', eventSequence: 2 },
    )
    expect(keys(facts)).toEqual(['d', 'a', 'b'])
  })

  it('lowers the stamp of a retried ring to that of the answer after it', () => {
    const facts = arrive(
      { kind: 'answered', at: second(8), key: 'answer', eventSequence: 3 },
      { kind: 'ended', at: second(20), key: 'end', eventSequence: 4 },
      { kind: 'ringing', at: second(45), key: 'ring', eventSequence: 2 },
    )
    expect(stamped(facts)).toEqual(['ring 10', 'answer 10', 'end 22'])
  })

  it('lowers over several steps and leaves facts of the same sequence alone', () => {
    const facts = arrive(
      { kind: 'initiated', at: second(40), key: 'begin', eventSequence: 1 },
      { kind: 'ringing', at: second(30), key: 'late ring', eventSequence: 2 },
      { kind: 'ringing', at: second(6), key: 'ring', eventSequence: 2 },
      { kind: 'answered', at: second(9), key: 'answer', eventSequence: 3 },
    )
    expect(stamped(facts)).toEqual(['begin 08', 'ring 08', 'late ring 11', 'answer 11'])
  })

  it.each([
    { what: 'a summary, whose sequence starts again', told: { kind: 'log', exact: true } as const },
    { what: 'a disposition', told: { kind: 'disposition' } as const },
  ])('neither lowers $what nor lowers by it', ({ told }) => {
    const facts = arrive(
      { ...told, at: second(30), key: 'late', eventSequence: 1 },
      { kind: 'ringing', at: second(5), key: 'ring', eventSequence: 2 },
      { ...told, at: second(1), key: 'early', eventSequence: 9 },
    )
    expect(stamped(facts)).toEqual(['early 03', 'ring 07', 'late 32'])
  })

  it('counts each key once', () => {
    const [ring] = arrive({ kind: 'ringing' })
    expect(order([ring, ring] as Fact[])).toEqual([ring])
  })
})

describe('newestFact', () => {
  it('is the last to arrive, whatever its time', () => {
    const facts = arrive(
      { kind: 'ended', at: second(20), key: 'end' },
      { kind: 'ringing', at: second(5), key: 'ring' },
    )
    expect(newestFact(facts.toReversed())?.key).toBe('ring')
  })

  it('is neither a mark nor a disposition, unless there is nothing else', () => {
    const [ring, disposition, mark] = arrive(
      { kind: 'ringing', key: 'ring' },
      { kind: 'disposition', key: 'disposition' },
      { kind: 'closed', key: 'mark' },
    ) as [Fact, Fact, Fact]
    expect(newestFact([ring, disposition, mark])).toBe(ring)
    expect(newestFact([disposition, mark])).toBe(disposition)
    expect(newestFact([mark])).toBeNull()
  })
})
