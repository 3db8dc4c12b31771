import { describe, expect, it } from 'vitest'
import {
  agentResult,
  deliveriesText,
  furtherFacts,
  outcomeLead,
  outcomeRest,
  stepSign,
} from '../../../../renderer/history/detail/detail-wording.ts'
import type { Agent, Call } from '../../../../shared/call.ts'
import { callDetail } from '../example-calls.ts'

describe('the outcome', () => {
  it.each<[string, Partial<Call>, string | null, string]>([
    ['missed', {}, null, 'Missed · waited 0:39 · Sales'],
    [
      'answered',
      { outcome: 'connected', talkSeconds: 252, totalSeconds: 261 },
      'Asha',
      'Answered by Asha · talked 4:12 · Sales',
    ],
    [
      'answered, talk time not told',
      { outcome: 'connected', talkSeconds: null, totalSeconds: 261 },
      null,
      'Answered · 4:21 in all · Sales',
    ],
    [
      'outgoing',
      { direction: 'outgoing', outcome: 'connected', talkSeconds: 63 },
      'Vikram',
      'Answered, called by Vikram · talked 1:03 · Sales',
    ],
    ['ringing', { phase: 'ringing', outcome: null, totalSeconds: null }, null, 'Ringing · Sales'],
    [
      'in vain',
      { direction: 'outgoing', outcome: 'no-answer', totalSeconds: 20 },
      null,
      'No answer · 0:20 in all · Sales',
    ],
    ['unknown', { outcome: 'unknown', totalSeconds: null }, null, 'End not seen · Sales'],
  ])('%s', (_case, changes, answeredBy, line) => {
    const detail = { ...callDetail(changes), answeredBy }
    expect([outcomeLead(detail), ...outcomeRest(detail.call, detail.line)].join(' · ')).toBe(line)
  })
})

describe('the sign of a step', () => {
  it('of the end is that of the outcome, so that red stays with who waits', () => {
    expect(stepSign('ended', callDetail().call)).toEqual({ name: 'incoming', tone: 'missed' })
    expect(stepSign('ended', callDetail({ outcome: 'connected' }).call)).toEqual({
      name: 'ended',
      tone: 'answered',
    })
  })
})

describe('an agent', () => {
  const agent: Agent = {
    number: null,
    id: null,
    name: 'Asha',
    extension: null,
    result: 'missed',
    ringSeconds: 9,
    talkSeconds: null,
  }

  it.each<[Partial<Agent>, string]>([
    [{}, 'did not answer · rang 0:09'],
    [{ result: 'answered', talkSeconds: 252 }, 'answered · talked 4:12'],
    [{ result: 'busy', ringSeconds: null }, 'busy'],
    [{ result: 'cancelled', ringSeconds: 0, talkSeconds: 0 }, 'stopped ringing'],
  ])('with %j %s', (changes, words) => {
    expect(agentResult({ ...agent, ...changes })).toBe(words)
  })
})

describe('further facts', () => {
  it('are only what was told, disarmed', () => {
    const detail = callDetail({
      dispositions: ['Interested', 'Call back'],
      referenceId: '',
      custom: { ticket: 'T-1\u202E', '\u200B': 'x' },
    })
    expect(furtherFacts(detail)).toEqual([
      { name: 'Line', value: 'Sales · 022 4890 1234' },
      { name: 'Disposition', value: 'Interested, Call back' },
      { name: 'ticket', value: 'T-1\uFFFD' },
      { name: '?', value: 'x' },
    ])
  })

  it.each([
    ['only its number is known', { line: '022 4890 1234', lineNumber: '022 4890 1234' }],
    ['only the department is known', { line: 'Sales', lineNumber: null }],
    ['nothing is known', { line: null, lineNumber: null }],
  ])('leave the line to the outcome where %s', (_case, changes) => {
    expect(furtherFacts({ ...callDetail(), ...changes })).toEqual([])
  })
})

it.each([
  [1, 'What arrived: 1 delivery'],
  [4, 'What arrived: 4 deliveries'],
  [1_204, 'What arrived: 1,204 deliveries'],
])('says of %d what arrived', (count, words) => {
  expect(deliveriesText(count)).toBe(words)
})
