import { describe, expect, it } from 'vitest'
import type { IndexRow } from '../../../main/calls/index/index-row.ts'
import { recentCalls, trayCallText } from '../../../main/desktop/tray/recent-calls.ts'
import { createDisplay } from '../../../main/display.ts'

const display = createDisplay({ country: 'IN', me: [] })
// 11:58 in the zone of the tests.
const nowMs = Date.parse('2026-11-23T06:28:09Z')
const at = (instant: string) => Date.parse(instant)

const missed: IndexRow = {
  id: 'n.1',
  startedMs: at('2026-11-23T05:35:00Z'),
  heardMs: 0,
  answeredMs: null,
  endedMs: null,
  direction: 'incoming',
  phase: 'ended',
  outcome: 'missed',
  number: '+919823045678',
  raw: '9823045678',
  name: 'R. Deshpande',
  withheld: false,
  line: null,
  department: null,
  agents: [],
  answeredBy: null,
  talkSeconds: null,
  totalSeconds: null,
  note: '',
  tags: [],
  seen: false,
  pretend: false,
  text: '',
}
const textOf = (change: Partial<IndexRow>) => trayCallText({ ...missed, ...change }, { display, nowMs })

describe('a call in the tray’s menu', () => {
  it.each<[string, Partial<IndexRow>, string]>([
    ['a missed call', {}, '↙ R. Deshpande 98230 45678 · missed 11:05'],
    ['a caller without a name', { name: null }, '↙ 98230 45678 · missed 11:05'],
    ['an invisible name', { name: '\u200B' }, '↙ 98230 45678 · missed 11:05'],
    ['a foreign number', { name: null, number: '+442079460018' }, '↙ +44 20 7946 0018 · missed 11:05'],
    ['a withheld number', { name: null, withheld: true }, '↙ Number withheld · missed 11:05'],
    ['no number', { name: null, number: null, raw: null }, '↙ Number not told · missed 11:05'],
    [
      'a caller that is no number',
      { name: null, number: null, raw: 'shop\u202E\n' },
      '↙ shop� · missed 11:05',
    ],
    ['a name in Devanagari', { name: 'अनिता देशपांडे' }, '↙ अनिता देशपांडे 98230 45678 · missed 11:05'],
    ['a name that runs from right to left', { name: 'שרה' }, '↙ \u2068שרה\u2069 98230 45678 · missed 11:05'],
    ['ringing', { phase: 'ringing', outcome: null }, '● R. Deshpande 98230 45678 · ringing 11:05'],
    ['talking', { phase: 'answered', outcome: null }, '↙ R. Deshpande 98230 45678 · answered 11:05'],
    ['answered', { outcome: 'connected' }, '↙ R. Deshpande 98230 45678 · answered 11:05'],
    ['voicemail', { outcome: 'voicemail' }, '◍ R. Deshpande 98230 45678 · voicemail 11:05'],
    ['rejected', { outcome: 'rejected' }, '↙ R. Deshpande 98230 45678 · rejected 11:05'],
    ['an end not seen', { outcome: 'unknown' }, '↙ R. Deshpande 98230 45678 · end not seen 11:05'],
    [
      'nobody picked up there',
      { direction: 'outgoing', outcome: 'no-answer' },
      '↗ R. Deshpande 98230 45678 · no answer 11:05',
    ],
    [
      'dialling',
      { direction: 'outgoing', phase: 'initiated', outcome: null },
      '↗ R. Deshpande 98230 45678 · dialling 11:05',
    ],
  ])('of %s', (_name, change, text) => {
    expect(textOf(change)).toBe(text)
  })

  it.each([
    ['today at midnight', '2026-11-22T18:30:00Z', 'missed 00:00'],
    ['yesterday, a minute before midnight', '2026-11-22T18:29:00Z', 'missed Sun 23:59'],
    ['six days ago', '2026-11-17T05:35:00Z', 'missed Tue 11:05'],
    ['a week ago, the same weekday', '2026-11-16T05:35:00Z', 'missed 16 Nov 11:05'],
  ])('says when it was: %s', (_name, startedAt, words) => {
    expect(textOf({ startedMs: at(startedAt) }).split(' · ')[1]).toBe(words)
  })

  it('cuts a long name between what a reader takes for characters', () => {
    const [who] = textOf({ name: 'नि'.repeat(60), number: null, raw: null }).split(' · ')
    expect(who).toBe(`↙ ${'नि'.repeat(39)}…`)
  })
})

describe('the last calls', () => {
  it('are five of this desk’s, newest first, and no pretended one', () => {
    const rows = ['g', 'f', 'pretended', 'e', 'theirs', 'd', 'c', 'b', 'a'].map((id) => ({
      ...missed,
      id,
      pretend: id === 'pretended',
    }))
    const recent = recentCalls({ rows, display, nowMs, isMine: ({ id }) => id !== 'theirs' })
    expect(recent.map(({ id }) => id)).toEqual(['g', 'f', 'e', 'd', 'c'])
    expect(recent[0]?.text).toBe('↙ R. Deshpande 98230 45678 · missed 11:05')
  })
})
