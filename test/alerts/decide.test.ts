import { describe, expect, it } from 'vitest'
import { type Decision, decide, type Situation } from '../../main/alerts/decide.ts'
import { project } from '../../main/calls/project.ts'
import type { Call } from '../../shared/call.ts'
import { minuteMs, toInstant } from '../../shared/time.ts'

const nowMs = Date.parse('2026-11-23T06:28:09Z')
const base: Call = project('n2.1.1', [], {})

function call(changes: Partial<Call>): Call {
  return { ...base, direction: 'incoming', phase: 'ringing', startedAt: toInstant(nowMs), ...changes }
}

const usual: Situation = { nowMs, shown: null, isMine: true, doNotDisturb: false }
const silent = (because: string) => ({ action: 'stay-silent', because })
const ago = (minutes: number) => toInstant(nowMs - minutes * minuteMs)

describe('the alert decision', () => {
  it.each<[string, Partial<Call>, Partial<Situation>, unknown]>([
    ['a ring', {}, {}, { action: 'ring' }],
    ['a ring of unknown direction', { direction: 'unknown' }, {}, { action: 'ring' }],
    ['a ring that is shown already', {}, { shown: 'ringing' }, { action: 'ring' }],
    ['a ring of ten minutes ago', { startedAt: ago(10) }, {}, { action: 'ring' }],
    ['a ring of eleven minutes ago', { startedAt: ago(11) }, {}, silent('stale')],
    ['a long ring that is shown', { startedAt: ago(11) }, { shown: 'ringing' }, { action: 'ring' }],
    ['an outgoing ring', { direction: 'outgoing' }, {}, silent('outgoing')],
    ['a ring at others', {}, { isMine: false }, silent('not-mine')],
    ['a ring that moved on to others', {}, { isMine: false, shown: 'ringing' }, { action: 'close' }],
    ['a ring while not to be disturbed', {}, { doNotDisturb: true }, silent('do-not-disturb')],
    [
      'a shown ring that ends while not to be disturbed',
      { phase: 'ended', outcome: 'missed' },
      { doNotDisturb: true, shown: 'ringing' },
      { action: 'close' },
    ],
    [
      'a shown ring that turns out to be outgoing',
      { direction: 'outgoing' },
      { shown: 'ringing' },
      { action: 'close' },
    ],
    ['a call in the menu', { phase: 'initiated' }, {}, silent('not-ringing')],
    ['an answer to a shown ring', { phase: 'answered' }, { shown: 'ringing' }, { action: 'close' }],
    ['an answer first heard of', { phase: 'answered' }, {}, silent('over')],
    ['a missed call', { phase: 'ended', outcome: 'missed' }, { shown: 'ringing' }, { action: 'miss' }],
    ['a missed call first heard of', { phase: 'ended', outcome: 'missed' }, {}, { action: 'miss' }],
    ['a miss of others', { phase: 'ended', outcome: 'missed' }, { isMine: false }, silent('not-mine')],
    ['a miss heard of late', { phase: 'ended', outcome: 'missed', startedAt: ago(30) }, {}, silent('stale')],
    [
      'a miss after a long ring',
      { phase: 'ended', outcome: 'missed', startedAt: ago(12), endedAt: ago(1) },
      {},
      { action: 'miss' },
    ],
    [
      'a connected call that ends',
      { phase: 'ended', outcome: 'connected' },
      { shown: 'ringing' },
      { action: 'close' },
    ],
    [
      'a missed one that was answered after all',
      { phase: 'ended', outcome: 'connected' },
      { shown: 'missed' },
      { action: 'close' },
    ],
    ['a voicemail', { phase: 'ended', outcome: 'voicemail' }, {}, silent('over')],
    [
      'an unanswered outgoing call',
      { direction: 'outgoing', phase: 'ended', outcome: 'no-answer' },
      {},
      silent('outgoing'),
    ],
  ])('knows what to do about %s', (_name, changes, situation, expected) => {
    const decision: Decision = decide(call(changes), { ...usual, ...situation })
    expect(decision).toEqual(expected)
  })
})
