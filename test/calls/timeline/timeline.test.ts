import { describe, expect, it } from 'vitest'
import type { Told } from '../../../main/calls/fact.ts'
import { project } from '../../../main/calls/project.ts'
import { describeTimeline } from '../../../main/calls/timeline/timeline.ts'
import { arrive, second, uidAt } from '../facts.ts'
import { answer, asha, end, log, ring, vikram } from '../table.ts'

const named: Told = { ...log, agents: [asha, { ...vikram, name: 'Vikram' }] }
const begin: Told = {
  kind: 'initiated',
  at: second(0),
  uid: uidAt(0),
  department: 'Sales',
  direction: 'incoming',
}
const secondRing: Told = { ...ring, at: second(22), agents: [vikram] }
const bothRing: Told = { ...ring, agents: [asha, vikram] }

function tell(...told: Told[]): string[] {
  const facts = arrive(...told)
  const call = project('the-call', facts, {})
  const timeline = describeTimeline(facts, call, ({ name, number, id }) => name ?? number ?? id ?? 'somebody')
  return timeline.map(({ text }) => text)
}

const cases: { rule: string; told: Told[]; texts: string[] }[] = [
  {
    rule: 'a missed call',
    told: [begin, ring, secondRing, end, { ...named, outcome: 'missed' }],
    texts: [
      'call began, Sales',
      'rang Asha Rao',
      'moved on to Vikram',
      'caller hung up after 39 s',
      'confirmed by the log: missed',
    ],
  },
  {
    rule: 'an answered call',
    told: [
      begin,
      bothRing,
      answer,
      { ...end, at: second(69) },
      { ...named, at: second(70), outcome: 'connected', talkSeconds: 42 },
    ],
    texts: [
      'call began, Sales',
      'rang Asha Rao, Vikram',
      'answered by Asha Rao',
      'call ended after 1:09',
      'confirmed by the log: talked 0:42',
    ],
  },
  {
    rule: 'a hunt that comes back',
    told: [ring, { ...ring, at: second(9) }],
    texts: ['rang +919000010001', 'rang +919000010001 again'],
  },
  { rule: 'a ring of nobody known', told: [{ kind: 'ringing', at: second(7) }], texts: ['ringing'] },
  { rule: 'an answer of nobody known', told: [{ kind: 'answered', at: second(7) }], texts: ['answered'] },
  {
    rule: 'an answer of one of several',
    told: [{ ...answer, agents: [asha, vikram] }],
    texts: ['answered, not known yet by whom: Asha Rao, +919000010002'],
  },
  {
    rule: 'a menu, and a beginning that is told twice',
    told: [begin, { ...begin, at: second(2), eventType: 'call.ivr_started' }, { ...begin, at: second(3) }],
    texts: ['call began, Sales', 'reached the menu', 'waiting'],
  },
  {
    rule: 'an outgoing call that nobody took',
    told: [{ ...end, direction: 'outgoing' }],
    texts: ['nobody answered'],
  },
  {
    rule: 'no answer, then the end',
    told: [
      { ...end, outcome: 'no-answer' },
      { ...end, at: second(41) },
    ],
    texts: ['nobody answered', 'call ended'],
  },
  { rule: 'a declined call', told: [{ ...end, outcome: 'rejected' }], texts: ['customer declined the call'] },
  { rule: 'a voicemail', told: [{ ...end, outcome: 'voicemail' }], texts: ['went to voicemail'] },
  {
    rule: 'an end of which no duration is known',
    told: [{ ...end, at: second(0) }],
    texts: ['caller hung up'],
  },
  {
    rule: 'a log of more than an hour',
    told: [{ ...log, outcome: 'connected', talkSeconds: 3_725 }],
    texts: ['confirmed by the log: talked 1:02:05'],
  },
  {
    rule: 'a log that tells no more than the end',
    told: [{ ...log, direction: 'outgoing', outcome: 'missed' }],
    texts: ['confirmed by the log: no answer'],
  },
  {
    rule: 'dispositions',
    told: [{ kind: 'disposition', dispositions: ['Interested', 'Hot'] }, { kind: 'disposition' }],
    texts: ['disposition: Interested, Hot', 'disposition: not told'],
  },
  {
    rule: 'a mark',
    told: [ring, { kind: 'closed', at: second(20_000) }],
    texts: ['rang +919000010001', 'closed: no news for three hours'],
  },
  {
    rule: 'an unknown state',
    told: [{ kind: 'unknown' }],
    texts: ['MyOperator sent a state we do not know'],
  },
]

describe('describeTimeline', () => {
  it.each(cases)('tells of $rule', ({ told, texts }) => {
    expect(tell(...told)).toEqual(texts)
  })

  it('hands an agent to the eye with everything the call knows of them', () => {
    const facts = arrive(ring, named)
    const shown: unknown[] = []
    describeTimeline(facts, project('x', facts, {}), (agent) => {
      shown.push(agent)
      return 'you'
    })
    expect(shown[0]).toMatchObject({ number: asha.number, id: asha.id, name: asha.name })
  })
})
