import { describe, expect, it } from 'vitest'
import { announcement, resultCount, statesOf } from '../../../../renderer/history/list/announcement.ts'
import { historyRow } from '../example-calls.ts'

const ringing = historyRow({ phase: 'ringing', outcome: null })
const missed = historyRow({ outcome: 'missed' })

describe('an announcement', () => {
  it('is made of a call that begins to ring', () => {
    expect(announcement(statesOf([]), [ringing])).toBe('Ringing: R. Deshpande')
  })

  it('is made of a call whose state changed', () => {
    expect(announcement(statesOf([ringing]), [missed])).toBe('Missed: R. Deshpande')
  })

  it('is not made of what stayed as it was, nor of an old call that came into the list', () => {
    expect(announcement(statesOf([missed]), [historyRow({ note: 'Refund' })])).toBeNull()
    expect(announcement(statesOf([]), [missed])).toBeNull()
  })
})

describe('the count of a result', () => {
  it.each([
    [{ total: 0, complete: true, query: 'x' }, 'No calls found'],
    [{ total: 1, complete: true, query: 'x' }, '1 call found'],
    [{ total: 73, complete: true, query: 'x' }, '73 calls found'],
    [{ total: 50, complete: false, query: 'x' }, '50 or more calls found'],
    [{ total: 100_000, complete: true, query: '' }, null],
  ])('of %j is %s', (result, words) => {
    expect(resultCount(result)).toBe(words)
  })
})
