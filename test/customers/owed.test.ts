import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexRow } from '../../main/calls/index/index-row.ts'
import { owed } from '../../main/customers/owed.ts'
import { answered, at, call } from './rows.ts'

const missedAt = (time: string, changes: Partial<IndexRow> = {}) => call(`missed ${time}`, at(time), changes)
const talkAt = (time: string, changes: Partial<IndexRow> = {}) =>
  call(`talk ${time}`, at(time), { ...answered(at(time)), ...changes })

describe('a customer is owed a call', () => {
  it.each<{ rule: string; calls: IndexRow[]; since: string | null }>([
    { rule: 'who was missed', calls: [missedAt('10:00')], since: '10:00' },
    { rule: 'who left a voicemail', calls: [missedAt('10:00', { outcome: 'voicemail' })], since: '10:00' },
    { rule: 'who hung up in the menu', calls: [missedAt('10:00', { agents: [] })], since: '10:00' },
    {
      rule: 'whose direction nobody told',
      calls: [missedAt('10:00', { direction: 'unknown' })],
      since: '10:00',
    },
    {
      rule: 'since the oldest call that nobody made good',
      calls: [missedAt('09:00'), talkAt('09:30'), missedAt('10:00'), missedAt('11:00')],
      since: '10:00',
    },
    {
      rule: 'also by a call that began while they spoke on another line',
      calls: [talkAt('09:58', { answeredMs: at('09:59') }), missedAt('10:00')],
      since: '10:00',
    },
    {
      rule: 'though we called back, where nobody answered',
      calls: [missedAt('10:00'), missedAt('10:10', { direction: 'outgoing', outcome: 'no-answer' })],
      since: '10:00',
    },
    {
      rule: 'also while they ring again',
      calls: [missedAt('10:00'), missedAt('10:10', { phase: 'ringing', outcome: null })],
      since: '10:00',
    },
    {
      rule: 'whom a pretend call has not made good',
      calls: [missedAt('10:00'), talkAt('10:10', { pretend: true })],
      since: '10:00',
    },
    { rule: '… not after a talk', calls: [missedAt('10:00'), talkAt('10:10')], since: null },
    {
      rule: '… not after we called them',
      calls: [missedAt('10:00'), talkAt('10:10', { direction: 'outgoing' })],
      since: null,
    },
    {
      rule: '… not while somebody speaks with them',
      calls: [missedAt('10:00'), talkAt('10:10', { phase: 'answered', outcome: null })],
      since: null,
    },
    {
      rule: '… not where the end of a talk was never told',
      calls: [missedAt('10:00'), talkAt('10:10', { outcome: 'unknown' })],
      since: null,
    },
    {
      rule: '… not where a call that began earlier was answered later',
      calls: [talkAt('09:59', { answeredMs: at('10:01') }), missedAt('10:00')],
      since: null,
    },
    { rule: '… not by an unknown end', calls: [missedAt('10:00', { outcome: 'unknown' })], since: null },
    {
      rule: '… not by a call of ours',
      calls: [missedAt('10:00', { direction: 'outgoing' })],
      since: null,
    },
    { rule: '… not by a pretend call', calls: [missedAt('10:00', { pretend: true })], since: null },
    { rule: '… not who withholds the number', calls: [missedAt('10:00', { withheld: true })], since: null },
    { rule: '… not who never called', calls: [], since: null },
  ])('$rule', ({ calls, since }) => {
    const expected = since && { since: at(since) }
    expect(owed(calls)).toEqual(expected)
    expect(owed(calls.toReversed())).toEqual(expected)
  })

  it('whatever the order in which the calls are known', () => {
    fc.assert(
      fc.property(someCalls, fc.infiniteStream(fc.nat()), (calls, places) => {
        const shuffled = calls
          .map((each) => ({ each, place: places.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ each }) => each)
        expect(owed(shuffled)).toEqual(owed(calls))
      }),
    )
  })

  it('since a missed call after whose start there is no talk', () => {
    fc.assert(
      fc.property(someCalls, (calls) => {
        const spoken = calls
          .filter(({ outcome }) => outcome === 'connected')
          .map((talk) => talk.answeredMs ?? 0)
        const unmade = calls
          .filter(({ outcome }) => outcome === 'missed')
          .filter(({ startedMs }) => spoken.every((answeredMs) => answeredMs < startedMs))
          .map(({ startedMs }) => startedMs)
        expect(owed(calls)).toEqual(unmade.length === 0 ? null : { since: Math.min(...unmade) })
      }),
    )
  })
})

const someCalls = fc.array(
  fc
    .record({ minute: fc.nat({ max: 9 }), isTalk: fc.boolean(), ringsFor: fc.nat({ max: 3 }) })
    .map(({ minute, isTalk, ringsFor }) => {
      const startedMs = at(`10:0${minute}`)
      return call('any', startedMs, isTalk ? answered(startedMs + ringsFor * 60_000) : {})
    }),
  { maxLength: 8 },
)
