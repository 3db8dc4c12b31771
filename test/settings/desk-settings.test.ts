import { beforeEach, describe, expect, it } from 'vitest'
import { createDeskSettings, type DeskSettings } from '../../main/settings/desk-settings.ts'
import { openSettings, type SettingsFile } from '../../main/settings/settings-file.ts'
import { minuteMs, toInstant } from '../../shared/time.ts'
import { silentLog } from '../support/printed.ts'
import { folderWith } from '../support/settings.ts'

const startMs = Date.parse('2026-11-23T06:00:00Z')
let nowMs: number
let file: SettingsFile
let desk: DeskSettings
let happened: string[]

beforeEach(async () => {
  nowMs = startMs
  happened = []
  file = await openSettings({ dir: folderWith(), readOnly: false, log: silentLog })
  desk = createDeskSettings({
    file,
    setStartsWithComputer: async (on) => void happened.push(`starts with the computer: ${on}`),
    putInEffect: () => happened.push(`in effect: ${file.current().showCallsAs}`),
    reopen: () => happened.push('reopened'),
    now: () => nowMs,
  })
})

describe('the settings of a running desktop', () => {
  it('are saved before they are in effect', async () => {
    await desk.change({ showCallsAs: 'card', startsWithComputer: true })
    expect(happened).toEqual(['starts with the computer: true', 'in effect: card'])
  })

  it('open the way in anew only where it depends on them', async () => {
    await desk.apply({ callsPerDay: 40 })
    await desk.applyReach({ tunnel: null })
    expect(happened).toEqual([
      'in effect: card and notification',
      'in effect: card and notification',
      'reopened',
    ])
  })

  it('count a time without being disturbed from its begin, also where it is prolonged', async () => {
    await desk.setDoNotDisturb(15)
    nowMs += 10 * minuteMs
    await desk.setDoNotDisturb(60)

    expect(file.current()).toMatchObject({
      doNotDisturbSince: toInstant(startMs),
      doNotDisturbUntil: toInstant(startMs + 70 * minuteMs),
    })
    await desk.setDoNotDisturb(null)
    expect(file.current()).toMatchObject({ doNotDisturbSince: null, doNotDisturbUntil: null })
  })

  it('begin to count anew once the time before is over', async () => {
    await desk.setDoNotDisturb(15)
    nowMs += 20 * minuteMs
    await desk.setDoNotDisturb(15)
    expect(file.current().doNotDisturbSince).toBe(toInstant(nowMs))
  })

  it('are not in effect where they could not be saved', async () => {
    await expect(desk.change({ me: [''] })).rejects.toThrow('nothing in the box')
    expect(happened).toEqual([])
  })
})
