import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edits } from '../../main/calls/fact.ts'
import { mergeEdits, mergeFacts } from '../../main/calls/merge.ts'
import { anyFacts, arrive, second } from './facts.ts'

const edit = <T>(values: fc.Arbitrary<T>) =>
  fc.record(
    { value: values, at: fc.nat({ max: 3 }).map(second), desk: fc.constantFrom('front', 'back') },
    { noNullPrototype: true },
  )

const anyEdits: fc.Arbitrary<Edits> = fc
  .record(
    {
      note: edit(fc.constantFrom('refund', 'quote')),
      seen: edit(fc.boolean()),
      alert: edit(fc.constantFrom('shown', 'not mine')),
      tags: fc.array(
        fc
          .tuple(fc.constantFrom('vip', '__proto__', 'refund'), edit(fc.boolean()))
          .map(([tag, rest]) => ({ tag, ...rest })),
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((edits) => mergeEdits(edits, {}))

describe('mergeFacts', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyFacts, (a, b, c) => {
        const ab = mergeFacts(a, b)
        expect(mergeFacts(b, a)).toStrictEqual(ab)
        expect(mergeFacts(ab, ab)).toStrictEqual(ab)
        expect(mergeFacts(ab, a)).toStrictEqual(ab)
        expect(mergeFacts(ab, c)).toStrictEqual(mergeFacts(a, mergeFacts(b, c)))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps each key once, in the order of arrival', () => {
    const [ring, answer, end] = arrive({ kind: 'ringing' }, { kind: 'answered' }, { kind: 'ended' })
    expect(mergeFacts([end, ring] as never, [ring, answer] as never)).toStrictEqual([ring, answer, end])
  })

  it('keeps the first arrival of a delivery that two hubs received', () => {
    const [first] = arrive({ kind: 'ringing', at: second(0) })
    const [again] = arrive({
      kind: 'ringing',
      at: second(0),
      seq: 40,
      deliveryId: 'other',
      receivedAt: second(90),
    })
    expect(mergeFacts([again] as never, [first] as never)).toStrictEqual([first])
  })

  it('moves the time of an untimed fact with its arrival', () => {
    const [early] = arrive({ kind: 'ringing', line: 'b' })
    const [late] = arrive({ kind: 'ringing', line: 'a', seq: 40, receivedAt: second(90) })
    expect(mergeFacts([late] as never, [early] as never)).toStrictEqual([{ ...early, line: 'a' }])
  })

  it('lets the smaller JSON win where one key says two things', () => {
    const [a] = arrive({ kind: 'ringing', at: second(0), department: 'Accounts' })
    const [b] = arrive({ kind: 'ringing', at: second(0), department: 'Sales' })
    expect(mergeFacts([b] as never, [a] as never)).toStrictEqual([a])
  })
})

describe('mergeEdits', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(anyEdits, anyEdits, anyEdits, (a, b, c) => {
        expect(mergeEdits(a, b)).toStrictEqual(mergeEdits(b, a))
        expect(mergeEdits(a, a)).toStrictEqual(a)
        expect(mergeEdits(mergeEdits(a, b), c)).toStrictEqual(mergeEdits(a, mergeEdits(b, c)))
      }),
      { numRuns: 500 },
    )
  })

  const note = (value: string, at: number, desk: string): Edits => ({ note: { value, at: second(at), desk } })

  it.each([
    { rule: 'the latest edit', a: note('new', 2, 'back'), b: note('old', 1, 'front') },
    { rule: 'the later desk of one instant', a: note('theirs', 1, 'front'), b: note('ours', 1, 'back') },
    { rule: 'the greater value of one desk and instant', a: note('b', 1, 'back'), b: note('a', 1, 'back') },
    { rule: 'whatever edit there is', a: note('only', 1, 'back'), b: {} },
  ])('keeps $rule', ({ a, b }) => {
    expect(mergeEdits(a, b)).toStrictEqual(a)
    expect(mergeEdits(b, a)).toStrictEqual(a)
  })

  it('keeps the tags that two desks added, and the removal that came last', () => {
    const tag = (name: string, value: boolean, at: number) => ({
      tag: name,
      value,
      at: second(at),
      desk: 'front',
    })
    const merged = mergeEdits(
      { tags: [tag('vip', true, 1)] },
      { tags: [tag('vip', false, 2), tag('refund', true, 1)] },
    )
    expect(merged).toStrictEqual({ tags: [tag('refund', true, 1), tag('vip', false, 2)] })
  })
})
