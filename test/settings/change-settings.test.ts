import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { SpokenError } from '../../main/errors.ts'
import { createLog } from '../../main/log.ts'
import { changeSettings } from '../../main/settings/change-settings.ts'
import { openSettings, type SettingsFile } from '../../main/settings/settings-file.ts'
import type { SettingsChange } from '../../shared/settings-page.ts'
import { tempFolder } from '../support/temp-folder.ts'

let dir: string
let settings: SettingsFile
let starts: boolean[]

beforeEach(async () => {
  dir = tempFolder()
  settings = await openSettings({ dir, readOnly: false, log: createLog(() => {}) })
  starts = []
})

const onDisk = () => JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8'))
const change = (wanted: SettingsChange) =>
  changeSettings(wanted, { settings, setStartsWithComputer: async (on) => void starts.push(on) })

describe('a change of settings', () => {
  it('is on the disk and in effect when it is answered', async () => {
    const shift = { days: [1], from: '22:00', to: '06:00' }
    await change({ showCallsAs: 'card', shift, cardShortcut: null })
    expect(onDisk()).toMatchObject({ showCallsAs: 'card', shift, cardShortcut: null })
    expect(settings.current()).toMatchObject({ showCallsAs: 'card', shift, cardShortcut: null })
  })

  it('writes numbers as the provider does, each once', async () => {
    await change({ me: ['098230 45678', '+91 98230-45678', ' u7 '], ignored: ['98765 43210', 'Private'] })
    expect(onDisk()).toMatchObject({ me: ['+919823045678', 'u7'], ignored: ['+919876543210', 'Private'] })
  })

  it('ends the watch over all calls when somebody is me', async () => {
    await change({ watchAll: true })
    await change({ me: ['u7'] })
    expect(onDisk()).toMatchObject({ me: ['u7'], watchAll: false })
  })

  it('leaves nobody out once all calls are watched', async () => {
    await settings.change({ me: ['u7'], notMe: ['u8'] })
    await change({ watchAll: true })
    expect(onDisk()).toMatchObject({ me: [], notMe: [], watchAll: true })
  })

  it('may say that nobody is me', async () => {
    await change({ me: ['u7'] })
    await change({ me: [] })
    expect(onDisk()).toMatchObject({ me: [], watchAll: false })
  })

  it.each([
    ['nothing', ' ', 'There is nothing in the box'],
    ['a number that is none', '+91 12', '“+91 12” is not a phone number'],
    ['a whole page', 'x'.repeat(101), 'too long'],
  ])('refuses %s as me and changes nothing', async (_what, text, sentence) => {
    await change({ me: ['u7'] })
    const before = onDisk()
    const refused = change({ me: ['u7', text], showCallsAs: 'card', startsWithComputer: true })
    await expect(refused).rejects.toThrow(SpokenError)
    await expect(refused).rejects.toThrow(sentence)
    expect(onDisk()).toEqual(before)
    expect(starts).toEqual([])
  })

  it('is not held up by what somebody wrote into the file', async () => {
    await settings.change({ me: ['+91 12'] })
    await change({ me: ['+91 12', 'u7'] })
    expect(onDisk()).toMatchObject({ me: ['+91 12', 'u7'] })
  })

  it('asks the system to start with the computer, and keeps no copy of that', async () => {
    const before = onDisk()
    await change({ startsWithComputer: true })
    expect(starts).toEqual([true])
    expect(onDisk()).toEqual(before)
  })
})
