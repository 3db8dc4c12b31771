import { describe, expect, it } from 'vitest'
import { owedLine, stateLines } from '../../../main/desktop/tray/state-lines.ts'
import type { Status } from '../../../shared/status.ts'
import { minuteMs } from '../../../shared/time.ts'
import { ago, healthy, nowMs, reach, url } from './healthy.ts'

const listening = 'Hearing · last call 3 min ago'

describe('the state in the tray', () => {
  it.each<[string, Partial<Status>, string[]]>([
    ['starting', { listener: { state: 'starting' } }, ['Starting']],
    ['nothing heard yet', { heardAt: null, reach: reach({ heardAt: null }) }, ['Hearing · no call yet']],
    ['heard just now', { heardAt: ago(0.5) }, ['Hearing · last call just now']],
    [
      'heard hours ago',
      { heardAt: null, reach: reach({ heardAt: ago(150) }) },
      ['Hearing · last call 2 h ago'],
    ],
    [
      'heard days ago',
      { heardAt: ago(60 * 50), reach: reach({ heardAt: null }) },
      ['Hearing · last call 2 d ago'],
    ],
    [
      'no way in',
      { heardAt: null, reach: reach({ word: 'off', heardAt: null }, { kind: null }) },
      ['Off: listening on this computer only · no call yet'],
    ],
    [
      'a quiet alarm',
      {
        reach: reach({
          word: 'quiet',
          alarm: { since: ago(90), sentence: 'No call since 10:42', causes: [] },
        }),
      },
      ['Quiet · last call 3 min ago', 'No call since 10:42'],
    ],
    [
      'a way in that is down',
      { reach: reach({ word: 'not reachable' }, { problem: 'network', sentence: 'The net is away. Wait.' }) },
      ['Not reachable · last call 3 min ago', 'The net is away.'],
    ],
    [
      'a probe that did not come back',
      {
        reach: reach({
          word: 'not reachable',
          probe: { code: 'dns-missing', sentence: `No ${'x'.repeat(99)}` },
        }),
      },
      ['Not reachable · last call 3 min ago', `No ${'x'.repeat(86)}…`],
    ],
    [
      'an address that is a new one',
      { reach: reach({ urlChanged: { heardOn: 'a', url: 'b' } }) },
      [listening, 'The address is a new one: see the history window'],
    ],
    ['no proof', { listener: { state: 'shut', url } }, ['Shut: no secret is set, so no call is let in']],
    [
      'no port',
      { listener: { state: 'failed', reason: 'Port 7464 is used by x\u202E.' } },
      ['Port 7464 is used by x�.'],
    ],
    [
      'a full disk',
      { storage: { state: 'failing', since: ago(1), reason: 'ENOSPC' } },
      [listening, 'Calls cannot be kept: the disk cannot be written'],
    ],
    [
      'settings that are not valid',
      { problems: ['settings.json: port must be a number.'] },
      [listening, 'The settings need a look: see the history window'],
    ],
    [
      'a system without notifications',
      { notificationProblem: 'no notification service\nanswers' },
      [listening, 'No notifications: no notification service answers'],
    ],
    [
      'a clock that is behind',
      { clockBehindMs: 12 * minuteMs },
      [listening, 'This computer’s clock is 12 min behind'],
    ],
    [
      'a clock that is ahead',
      { clockBehindMs: -330 * minuteMs },
      [listening, 'This computer’s clock is 5 h ahead'],
    ],
    [
      'do not disturb',
      { doNotDisturbUntil: '2026-11-23T07:00:00.000Z' },
      [listening, 'Do not disturb until 12:30'],
    ],
    ['do not disturb that is over', { doNotDisturbUntil: ago(1) }, [listening]],
  ])('says what %s means', (_name, change, lines) => {
    expect(stateLines({ ...healthy, ...change }, nowMs)).toEqual(lines)
  })

  it('counts those to call back, and says nothing of nobody', () => {
    expect(owedLine({ owed: { mine: 3, all: 9 } })).toBe('3 to call back')
    expect(owedLine({ owed: { mine: 0, all: 9 } })).toBeNull()
  })
})
