import { describe, expect, it } from 'vitest'
import { agentsText, shownSeconds, spokenLead } from '../../../../renderer/history/row/row-wording.ts'
import { historyRow } from '../example-calls.ts'

describe('the agents', () => {
  it.each([
    ['rings', { phase: 'ringing', outcome: null }, 'rings Vikram, Asha +0'],
    ['rang', { outcome: 'missed' }, 'rang Vikram, Asha +0'],
    ['rang before voicemail', { outcome: 'voicemail' }, 'rang Vikram, Asha +0'],
    ['answered by one', { outcome: 'connected', answeredBy: 'Asha' }, 'answered by Asha +0'],
    [
      'answered by one, live',
      { phase: 'answered', outcome: null, answeredBy: 'Asha' },
      'answered by Asha +0',
    ],
    [
      'called by one',
      { direction: 'outgoing', outcome: 'connected', answeredBy: 'Asha' },
      'called by Asha +0',
    ],
    [
      'called by, in vain',
      { direction: 'outgoing', outcome: 'no-answer', agents: ['Asha'] },
      'called by Asha +0',
    ],
    ['some of many', { agents: ['a', 'b', 'c', 'd', 'e'] }, 'rang a, b, c +2'],
  ] as const)('are told: %s', (_case, changes, told) => {
    const text = agentsText(
      historyRow({ ...changes, agents: [...('agents' in changes ? changes.agents : ['Vikram', 'Asha'])] }),
    )
    expect(`${text?.verb} ${text?.names.join(', ')} +${text?.more}`).toBe(told)
  })

  it('are not told where nobody is known', () => {
    expect(agentsText(historyRow({ agents: [] }))).toBeNull()
    expect(agentsText(historyRow({ agents: ['\u200B'] }))).toBeNull()
  })
})

describe('the duration at the right', () => {
  it.each([
    ['talk time', { outcome: 'connected', talkSeconds: 48, totalSeconds: 60 }, 48],
    [
      'the whole call where no talk time was told',
      { outcome: 'connected', talkSeconds: null, totalSeconds: 60 },
      60,
    ],
    ['none where nothing was told', { outcome: 'connected', talkSeconds: null, totalSeconds: null }, null],
    ['none of a missed call', { outcome: 'missed', totalSeconds: 39 }, null],
    ['none while it runs', { phase: 'answered', outcome: null, talkSeconds: 5 }, null],
  ] as const)('is %s', (_case, changes, seconds) => {
    expect(shownSeconds(historyRow(changes))).toBe(seconds)
  })
})

describe('what a screen reader hears first', () => {
  it.each([
    [{ outcome: 'missed', seen: false }, 'missed, not seen yet: '],
    [{ outcome: 'missed', seen: true }, 'missed: '],
    [{ direction: 'outgoing', outcome: 'connected' }, 'outgoing, answered: '],
    [{ phase: 'ringing', outcome: null, seen: false }, 'ringing: '],
  ] as const)('of %j is "%s"', (changes, lead) => {
    expect(spokenLead(historyRow(changes))).toBe(lead)
  })
})
