import { describe, expect, it } from 'vitest'
import { notices, statusWords } from '../../../../renderer/history/header/status-wording.ts'
import { createClock } from '../../../../renderer/wording/clock.ts'
import type { Status } from '../../../../shared/status.ts'
import { minuteMs } from '../../../../shared/time.ts'
import { exampleReach, exampleStatus as status } from '../example-status.ts'

const clock = createClock({ locale: 'en-IN', timeZone: 'Asia/Kolkata' })
const nowMs = Date.parse('2026-11-23T07:11:00.000Z')

describe('the sentence at the top', () => {
  it.each<[string, Partial<Status>, string]>([
    ['hearing', {}, 'good Hearing · last call 3 min ago'],
    [
      'hearing, never heard',
      { heardAt: null, reach: exampleReach({ hearing: { heardAt: null } }) },
      'good Hearing · no call yet',
    ],
    [
      'heard before the call book was loaded',
      { heardAt: '2026-11-23T07:10:00.000Z' },
      'good Hearing · last call 1 min ago',
    ],
    ['quiet', { reach: exampleReach({ hearing: { word: 'quiet' } }) }, 'bad Quiet · last call 3 min ago'],
    [
      'not reachable',
      { reach: exampleReach({ hearing: { word: 'not reachable' } }) },
      'bad Not reachable · last call 3 min ago',
    ],
    [
      'not reachable and silenced',
      {
        reach: exampleReach({ hearing: { word: 'not reachable' } }),
        doNotDisturbUntil: '2026-11-23T09:00:00.000Z',
      },
      'bad Not reachable · last call 3 min ago',
    ],
    [
      'off, never heard',
      { heardAt: null, reach: exampleReach({ hearing: { word: 'off', heardAt: null } }) },
      'waiting Off · listens on this computer only',
    ],
    [
      'off, and yet heard',
      { reach: exampleReach({ hearing: { word: 'off' } }) },
      'waiting Off · no way in is looked after · last call 3 min ago',
    ],
    [
      'heard by a clock ahead of ours',
      { heardAt: '2026-11-23T07:30:00.000Z' },
      'good Hearing · last call just now',
    ],
    ['starting', { listener: { state: 'starting' } }, 'waiting Starting'],
    ['shut', { listener: { state: 'shut', url: '' } }, 'bad Shut: no secret is set'],
    [
      'failed',
      { listener: { state: 'failed', reason: 'port 7464 is used by node.' } },
      'bad Not listening: port 7464 is used by node',
    ],
    ['silenced', { doNotDisturbUntil: '2026-11-23T09:00:00.000Z' }, 'waiting Do not disturb until 14:30'],
    [
      'no longer silenced',
      { doNotDisturbUntil: '2026-11-23T07:00:00.000Z' },
      'good Hearing · last call 3 min ago',
    ],
    [
      'failed and silenced',
      { listener: { state: 'failed', reason: 'x' }, doNotDisturbUntil: '2026-11-23T09:00:00.000Z' },
      'bad Not listening: x',
    ],
  ])('%s', (_case, changes, sentence) => {
    const { dot, lead, rest } = statusWords(status(changes), { nowMs, clock })
    expect([dot, lead, rest].filter((part) => part !== null).join(' ')).toBe(sentence)
  })
})

const sentences = (of: Status) => notices(of, clock).map(({ sentence }) => sentence)

describe('the notices above the list', () => {
  it('are none while all is well', () => {
    expect(sentences(status())).toEqual([])
  })

  it('say since when nothing can be saved, what it means, and what happens', () => {
    const failing = status({
      storage: { state: 'failing', since: '2026-11-23T07:00:00.000Z', reason: 'the disk is full.' },
    })
    expect(sentences(failing)).toEqual([
      'Nothing can be saved since 12:30: the disk is full. MyOperator is asked to send its calls again until it works; notes are not kept meanwhile.',
    ])
  })

  it('say each thing once where several are wrong', () => {
    const bad = status({
      listener: { state: 'failed', reason: 'port 7464 is taken' },
      storage: { state: 'failing', since: '2026-11-23T07:00:00.000Z', reason: 'the disk is full' },
    })
    expect(sentences(bad)).toHaveLength(2)
  })

  it('say why the system shows no notifications, and what to do', () => {
    const silent = status({ notificationProblem: 'no notification service answers\u202E.' })
    expect(notices(silent, clock).map(({ act }) => act)).toEqual(['notification-settings'])
    expect(sentences(silent)).toEqual([
      'The system shows no notifications: no notification service answers�. Calls are shown on the card alone. Allow Ringtray’s notifications in the system’s settings.',
    ])
  })

  it.each([
    [12.4 * minuteMs, '12 min behind'],
    [-3 * minuteMs, '3 min ahead of'],
    [90 * minuteMs, '90 min behind'],
    [-330 * minuteMs, '6 h ahead of'],
    [1, '1 min behind'],
  ])('say how far the clock is off by %d ms, what it means, and what to do', (clockBehindMs, words) => {
    expect(sentences(status({ clockBehindMs }))).toEqual([
      `This computer’s clock is ${words} MyOperator’s. Calls are still shown in time, but the times beside them do not agree with each other. Have the system set its clock by itself.`,
    ])
  })
})
