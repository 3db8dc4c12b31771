import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '../../main/log.ts'
import { openSettings } from '../../main/settings/settings-file.ts'

let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-settings-'))
})

afterEach(() => rm(dir, { recursive: true }))

const open = () => openSettings({ dir, readOnly: false, log: createLog(() => {}) })
const path = () => join(dir, 'settings.json')
const onDisk = async () => JSON.parse(await readFile(path(), 'utf8'))

describe('settings.json', () => {
  it('is made for a new folder, with a random 256-bit header token', async () => {
    const settings = await open()
    expect(settings.current().proofs.header?.value).toMatch(/^[0-9a-f]{64}$/)
    expect(await onDisk()).toEqual(settings.current())
  })

  it('keeps unknown keys and what was edited by hand since the start', async () => {
    const settings = await open()
    await writeFile(path(), JSON.stringify({ ...(await onDisk()), me: ['+918586848544'], colour: 'blue' }))
    await settings.change({ doNotDisturbUntil: '2026-11-23T12:00:00.000Z' })
    expect(await onDisk()).toMatchObject({ me: ['+918586848544'], colour: 'blue' })
    expect(settings.current()).toMatchObject({ me: ['+918586848544'], doNotDisturbUntil: expect.any(String) })
  })

  it('takes quick changes one after the other', async () => {
    const settings = await open()
    const changes = [1, 2, 3, 4, 5].map((port) => settings.change({ port }))
    await Promise.all(changes)
    expect(await onDisk()).toMatchObject({ port: 5 })
  })

  it('stays as it is where it holds nothing: no secret is made up for it', async () => {
    await writeFile(path(), '{}')
    const settings = await open()
    expect(settings.current().proofs).toEqual({ header: null, basic: null, query: null })
    expect(await onDisk()).toEqual({})
  })

  it('says what became of a file that could not be read', async () => {
    await writeFile(path(), '{"version": 1 "port": 7464}')
    const settings = await open()
    expect(settings.problems).toEqual([expect.stringContaining('a new secret was made')])
  })
})
