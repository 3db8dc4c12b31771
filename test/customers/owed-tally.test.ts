import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexRow } from '../../main/calls/index/index-row.ts'
import { owed } from '../../main/customers/owed.ts'
import { createOwedTally } from '../../main/customers/owed-tally.ts'
import { answered, at, call, colleague, me } from './rows.ts'

const isMine = ({ agents }: IndexRow) =>
  agents.length === 0 || agents.some(({ number }) => number === me.number)
const rangColleague = { agents: [colleague] }
const customer = (number: string) => ({ number })

function count(...rows: IndexRow[]) {
  const tally = createOwedTally(isMine)
  for (const row of rows) tally.add(row)
  return tally.count()
}

describe('customers who are owed a call', () => {
  it('count once each, mine among them by whom the missed calls rang', () => {
    const rows = [
      call('a1', at('09:00'), customer('a')),
      call('a2', at('09:10'), { ...customer('a'), ...rangColleague }),
      call('b1', at('09:20'), { ...customer('b'), ...rangColleague }),
      call('c1', at('09:30'), { ...customer('c'), agents: [] }),
    ]
    expect(count(...rows)).toEqual({ mine: 2, all: 3 })
  })

  it('are no longer mine by a call of mine that was made good', () => {
    const rows = [
      call('a1', at('09:00')),
      call('a2', at('09:10'), answered(at('09:11'))),
      call('a3', at('09:20'), rangColleague),
    ]
    expect(count(...rows)).toEqual({ mine: 0, all: 1 })
  })

  it('are never those who withhold their number, told none, or were pretended', () => {
    const rows = [
      call('a', at('09:00'), { withheld: true }),
      call('b', at('09:10'), { number: null, raw: null }),
      call('c', at('09:20'), { pretend: true }),
    ]
    expect(count(...rows)).toEqual({ mine: 0, all: 0 })
  })

  it('are those of whom it can be said one by one', () => {
    fc.assert(
      fc.property(fc.array(someCall, { maxLength: 12 }), (some) => {
        const rows = some.map((row, ordinal) => ({ ...row, id: `n2.1.${ordinal}` }))
        const byCustomer = Map.groupBy(rows, ({ number }) => number)
        const owing = [...byCustomer.values()].filter((calls) => owed(calls) !== null)
        expect(count(...rows).all).toBe(owing.length)
      }),
    )
  })
})

const someCall = fc
  .record({
    number: fc.constantFrom('a', 'b', 'c'),
    minute: fc.nat({ max: 9 }),
    isTalk: fc.boolean(),
    ringsFor: fc.nat({ max: 3 }),
  })
  .map(({ number, minute, isTalk, ringsFor }) => {
    const startedMs = at(`10:0${minute}`)
    return call('any', startedMs, { ...(isTalk && answered(startedMs + ringsFor * 60_000)), number })
  })
