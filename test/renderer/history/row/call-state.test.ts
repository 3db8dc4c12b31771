import { describe, expect, it } from 'vitest'
import {
  callState,
  isLive,
  runningSince,
  type StateFacts,
} from '../../../../renderer/history/row/call-state.ts'
import { historyRow } from '../example-calls.ts'

const table: [StateFacts['direction'], StateFacts['phase'], StateFacts['outcome'], string][] = [
  ['incoming', 'initiated', null, 'begun connecting ringing'],
  ['outgoing', 'initiated', null, 'outgoing dialling ringing'],
  ['incoming', 'ringing', null, 'ringing ringing ringing'],
  ['unknown', 'ringing', null, 'ringing ringing ringing'],
  ['incoming', 'answered', null, 'incoming answered answered'],
  ['outgoing', 'answered', null, 'outgoing answered answered'],
  ['incoming', 'ended', 'connected', 'incoming answered answered'],
  ['outgoing', 'ended', 'connected', 'outgoing answered answered'],
  ['incoming', 'ended', 'missed', 'incoming missed missed'],
  ['incoming', 'ended', 'voicemail', 'voicemail voicemail voicemail'],
  ['incoming', 'ended', 'rejected', 'rejected rejected plain'],
  ['outgoing', 'ended', 'no-answer', 'outgoing no answer plain'],
  ['incoming', 'ended', 'no-answer', 'incoming no answer plain'],
  ['incoming', 'ended', 'unknown', 'unknown end not seen plain'],
  ['incoming', 'ended', null, 'unknown end not seen plain'],
]

describe('the state of a call', () => {
  it.each(table)('%s, %s, %s is the sign, word and tone "%s"', (direction, phase, outcome, shown) => {
    const { sign, word, tone } = callState({ direction, phase, outcome })
    expect(`${sign} ${word} ${tone}`).toBe(shown)
  })

  it('is red for nothing but a person who waits', () => {
    const red = table.filter(
      ([direction, phase, outcome]) => callState({ direction, phase, outcome }).tone === 'missed',
    )
    expect(red.map(([, , outcome]) => outcome)).toEqual(['missed'])
  })

  it('is never told by its colour alone: no two share sign and word', () => {
    const shown = new Map(
      table.map(([direction, phase, outcome]) => {
        const { sign, word, tone } = callState({ direction, phase, outcome })
        return [`${sign} ${word}`, tone]
      }),
    )
    for (const [direction, phase, outcome] of table) {
      const { sign, word, tone } = callState({ direction, phase, outcome })
      expect(shown.get(`${sign} ${word}`)).toBe(tone)
    }
  })
})

describe('a live call', () => {
  it.each([
    ['initiated', true],
    ['ringing', true],
    ['answered', true],
    ['ended', false],
  ] as const)('is one that is %s: %s', (phase, live) => {
    expect(isLive({ phase })).toBe(live)
  })

  it('counts from its beginning while it rings, from the answer while it is talked', () => {
    const times = { startedAt: '2026-11-23T06:28:02.000Z', answeredAt: '2026-11-23T06:28:20.000Z' }
    expect(runningSince(historyRow({ phase: 'ringing', ...times }))).toBe(times.startedAt)
    expect(runningSince(historyRow({ phase: 'answered', ...times }))).toBe(times.answeredAt)
    expect(runningSince(historyRow({ phase: 'answered', ...times, answeredAt: null }))).toBe(times.startedAt)
  })
})
