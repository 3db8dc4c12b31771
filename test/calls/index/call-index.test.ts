import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCallIndex } from '../../../main/calls/index/call-index.ts'
import { type IndexRow, toIndexRow } from '../../../main/calls/index/index-row.ts'
import { project } from '../../../main/calls/project.ts'
import { arrive, second } from '../facts.ts'

function row(id: string, startedMs: number, changes: Partial<IndexRow> = {}): IndexRow {
  const facts = arrive({ kind: 'ringing', at: second(0), customer: { number: '+919876543210' } })
  return { ...toIndexRow({ id, facts, edits: {} }, project(id, facts, {})), startedMs, ...changes }
}

const ids = (rows: Iterable<IndexRow>) => [...rows].map(({ id }) => id)

describe('the index', () => {
  it('lists by start, the newest first, and by id within one instant, whatever the order of arrival', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 40 }), (starts) => {
        const index = createCallIndex()
        for (const [ordinal, startedMs] of starts.entries()) index.put(ordinal, row(`c${ordinal}`, startedMs))
        const expected = starts
          .map((startedMs, ordinal) => ({ startedMs, id: `c${ordinal}` }))
          .sort((a, b) => b.startedMs - a.startedMs || (a.id < b.id ? 1 : -1))
          .map(({ id }) => id)
        expect(ids(index.newest(0, 100))).toEqual(expected)
      }),
    )
  })

  it('moves a call whose start becomes known later, and keeps its id', () => {
    const index = createCallIndex()
    index.put(0, row('a', 10))
    index.put(1, row('b', 20))
    index.put(1, row('b', 5))
    expect(ids(index.newest(0, 10))).toEqual(['a', 'b'])
    expect(index.ordinalOf('b')).toBe(1)
  })

  it('gives windows of rows', () => {
    const index = createCallIndex()
    for (let ordinal = 0; ordinal < 10; ordinal++) index.put(ordinal, row(`c${ordinal}`, ordinal))
    expect(ids(index.newest(2, 3))).toEqual(['c7', 'c6', 'c5'])
    expect(ids(index.newest(8, 5))).toEqual(['c1', 'c0'])
    expect(ids(index.newest(20, 5))).toEqual([])
    expect(ids(index.startedBetween(3, 5))).toEqual(['c5', 'c4', 'c3'])
  })

  it('finds all that match, in slices, also while calls arrive', async () => {
    const index = createCallIndex()
    for (let ordinal = 0; ordinal < 50_000; ordinal++) index.put(ordinal, row(`c${ordinal}`, ordinal))
    const found: string[] = []
    for await (const match of index.matches(({ id }) => id.endsWith('0000'))) {
      index.put(60_000 + found.length, row(`new${found.length}`, 90_000))
      found.push(match.id)
    }
    expect(found).toEqual(['c40000', 'c30000', 'c20000', 'c10000'])
  })

  it('knows which calls of a customer have no uid, until they have one or are gone', () => {
    const index = createCallIndex()
    index.put(0, row('own:1', 10))
    index.put(1, row('n2.1.1', 20))
    index.put(2, row('own:3', 30))
    index.put(3, row('own:4', 40, { withheld: true }))
    expect(ids(index.withoutUid('+919876543210'))).toEqual(['own:3', 'own:1'])
    index.put(2, row('n2.3.1', 30, { aliases: ['own:3'] }))
    index.remove(0)
    expect(index.withoutUid('+919876543210')).toEqual([])
    expect(index.ordinalOf('own:3')).toBe(2)
    expect(index.ordinalOf('own:1')).toBeUndefined()
  })

  it('knows all calls of a customer, the newest first, also after calls came late, moved or went', () => {
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 40 }), (changes) => {
        const index = createCallIndex()
        const kept = new Map<number, IndexRow>()
        for (const { ordinal, startedMs, number, isGone } of changes) {
          const next = row(`c${ordinal}`, startedMs, { number })
          if (isGone) kept.delete(ordinal)
          else kept.set(ordinal, next)
          if (isGone) index.remove(ordinal)
          else index.put(ordinal, next)
        }
        for (const number of numbers) {
          const expected = [...kept.values()]
            .filter((each) => each.number === number)
            .sort((a, b) => b.startedMs - a.startedMs || (a.id < b.id ? 1 : -1))
          expect([...index.ofCustomer(number)]).toEqual(expected)
        }
      }),
    )
  })

  it('knows a customer by what came, where it is no number, and nobody who withholds it or told none', () => {
    const index = createCallIndex()
    index.put(0, row('a', 10, { number: null, raw: '12345' }))
    index.put(1, row('b', 20, { withheld: true }))
    index.put(2, row('c', 30, { number: null, raw: null }))
    expect(ids(index.ofCustomer('12345'))).toEqual(['a'])
    expect(ids(index.ofCustomer('+919876543210'))).toEqual([])
    expect(ids(index.ofCustomer(''))).toEqual([])
  })

  it('lists a call no longer, once its number turns out to be withheld', () => {
    const index = createCallIndex()
    index.put(0, row('a', 10))
    index.put(0, row('a', 10, { withheld: true }))
    expect(ids(index.ofCustomer('+919876543210'))).toEqual([])
    index.remove(0)
    expect(index.listed()).toBe(0)
  })

  it('keeps ten thousand calls of one customer in order, whichever comes late', () => {
    const index = createCallIndex()
    for (let ordinal = 0; ordinal < 10_000; ordinal++) index.put(ordinal, row(`c${ordinal}`, ordinal * 10))
    index.put(10_000, row('oldest', -1))
    index.put(10_001, row('middle', 50_005))
    index.remove(9_999)
    const all = ids(index.ofCustomer('+919876543210'))
    expect(all).toHaveLength(10_001)
    expect([all[0], all.at(-1), all[all.indexOf('middle') - 1], all[all.indexOf('middle') + 1]]).toEqual([
      'c9998',
      'oldest',
      'c5001',
      'c5000',
    ])
  })
})

const numbers = ['+919876543210', '+919823045678']

const someChange = fc.record({
  ordinal: fc.nat({ max: 9 }),
  startedMs: fc.nat({ max: 5 }),
  number: fc.constantFrom(...numbers),
  isGone: fc.boolean(),
})
