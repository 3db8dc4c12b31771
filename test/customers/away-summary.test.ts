import { describe, expect, it } from 'vitest'
import type { IndexRow } from '../../main/calls/index/index-row.ts'
import { awaySummary } from '../../main/customers/away-summary.ts'
import { answered, at, call, colleague, indexOf, me } from './rows.ts'

const isMine = ({ agents }: IndexRow) => agents.some(({ number }) => number === me.number)

function away(...rows: IndexRow[]) {
  return awaySummary({ index: indexOf(...rows), fromMs: at('13:02'), toMs: at('13:41'), isMine })
}

describe('what happened while nobody was shown anything', () => {
  it('counts the calls, mine, and the customers of mine who still wait', () => {
    const rows = [
      call('a1', at('13:05')),
      call('a2', at('13:06')),
      call('b1', at('13:10'), { number: 'b' }),
      call('b2', at('13:20'), { number: 'b', ...answered(at('13:21')) }),
      call('c1', at('13:30'), { number: 'c', agents: [colleague] }),
    ]
    expect(away(...rows)).toEqual({ calls: 5, mine: 4, owed: 1 })
  })

  it('counts what began in that time, its first and last moment included', () => {
    const rows = ['13:01', '13:02', '13:41', '13:42'].map((time) => call(time, at(time), { number: time }))
    expect(away(...rows)).toEqual({ calls: 2, mine: 2, owed: 2 })
  })

  it('counts neither pretend calls nor our own, but by them a debt is cleared', () => {
    const rows = [
      call('p', at('13:05'), { pretend: true }),
      call('a', at('13:10')),
      call('back', at('13:20'), { ...answered(at('13:21')), direction: 'outgoing' }),
    ]
    expect(away(...rows)).toEqual({ calls: 1, mine: 1, owed: 0 })
  })

  it('counts withheld numbers among the calls, never among the owed', () => {
    expect(away(call('a', at('13:05'), { withheld: true }))).toEqual({ calls: 1, mine: 1, owed: 0 })
  })
})
