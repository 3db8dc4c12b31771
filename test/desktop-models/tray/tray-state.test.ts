import { describe, expect, it } from 'vitest'
import { type TrayState, trayState } from '../../../main/desktop/tray/tray-state.ts'
import type { Status } from '../../../shared/status.ts'
import { ago, healthy, nowMs, url } from './healthy.ts'

describe('what the tray’s icon shows', () => {
  it.each<[string, Partial<Status>, TrayState['hearing']]>([
    ['a call just now', {}, 'hearing'],
    ['a call an hour ago', { heardAt: ago(60) }, 'hearing'],
    ['a call longer ago', { heardAt: ago(60.1) }, 'quiet'],
    ['a call by a clock ahead of ours', { heardAt: ago(-5) }, 'hearing'],
    ['no call yet', { heardAt: null }, 'quiet'],
    ['a start', { listener: { state: 'starting' } }, 'quiet'],
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
