import { describe, expect, it } from 'vitest'
import { type TrayState, trayState } from '../../../main/desktop/tray/tray-state.ts'
import type { Status } from '../../../shared/status.ts'
import { ago, healthy, nowMs, reach, url } from './healthy.ts'

describe('what the tray’s icon shows', () => {
  it.each<[string, Partial<Status>, TrayState['hearing']]>([
    ['calls that are heard', {}, 'hearing'],
    ['a day without a call', { heardAt: ago(900), reach: reach({ heardAt: ago(900) }) }, 'hearing'],
    ['an alarm', { reach: reach({ word: 'quiet' }) }, 'quiet'],
    ['a way in that is down', { reach: reach({ word: 'not reachable' }) }, 'deaf'],
    ['no way in', { heardAt: null, reach: reach({ word: 'off', heardAt: null }) }, 'off'],
    [
      'no way in, a call long ago',
      { heardAt: ago(60.1), reach: reach({ word: 'off', heardAt: null }) },
      'off',
    ],
    ['no way in that is known, and a call', { reach: reach({ word: 'off' }) }, 'hearing'],
    ['a start', { listener: { state: 'starting' } }, 'off'],
    ['a port that is taken', { listener: { state: 'failed', reason: 'x' } }, 'deaf'],
    ['no secret', { listener: { state: 'shut', url } }, 'deaf'],
    ['a full disk', { storage: { state: 'failing', since: ago(1), reason: 'x' } }, 'deaf'],
  ])('of %s', (_name, change, hearing) => {
    const state = { hearing, doNotDisturb: false, count: 0 }
    expect(trayState({ ...healthy, ...change }, nowMs)).toEqual(state)
  })

  it('tells do not disturb and this desk’s count beside what it hears', () => {
    const status = { ...healthy, doNotDisturbUntil: ago(-1), owed: { mine: 2, all: 5 } }
    expect(trayState(status, nowMs)).toEqual({ hearing: 'hearing', doNotDisturb: true, count: 2 })
    expect(trayState({ ...status, doNotDisturbUntil: ago(1) }, nowMs).doNotDisturb).toBe(false)
  })
})
