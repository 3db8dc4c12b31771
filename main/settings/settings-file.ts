import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { DamagedFile, jsonFile, NewerFile } from '../disk/json-file.ts'
import type { Log } from '../log.ts'
import { isObject, type Raw } from '../values.ts'
import { readSettings } from './read-settings.ts'

/** `settings.json` of a data folder. */
export interface SettingsFile {
  current(): Settings
  /** What was wrong with the file at the start, in sentences for a person. */
  problems: readonly string[]
  /** Saves changed values, keeping every key we do not know. */
  change(values: Partial<Settings>): Promise<void>
}

export interface SettingsOptions {
  dir: string
  readOnly: boolean
  log: Log
}

const unreadable =
  'settings.json could not be read. It was set aside beside the new one, and a new secret was made: calls sent with ' +
  'the old one are refused. Correct the old file and put it back, or paste the new secret into MyOperator.'

/** A folder without settings gets them, with a random 256-bit header token; so does one whose file cannot be read. */
export async function openSettings({ dir, readOnly, log }: SettingsOptions): Promise<SettingsFile> {
  const path = join(dir, 'settings.json')
  const wasThere = existsSync(path)
  const adapter = jsonFile<Raw>({
    path,
    parse: parseObject,
    stringify: (raw) => `${JSON.stringify(raw, null, 2)}\n`,
    repair: !readOnly,
    log,
  })
  const none: Raw = {}
  const file = new Low<Raw>(adapter, none)
  await file.read()
  const isNew = file.data === none
  if (isNew) {
    file.data = { ...firstSettings() }
    if (!readOnly) await file.write()
  }
  const first = readSettings(file.data)
  let { settings } = first
  const problems = [...(isNew && wasThere ? [unreadable] : []), ...first.problems]
  for (const problem of problems) log.warn('settings.invalid', problem)
  let changing = Promise.resolve()

  async function change(values: Partial<Settings>): Promise<void> {
    // Somebody may have edited the file by hand since.
    await file.read()
    file.data = { ...file.data, ...values }
    await file.write()
    settings = readSettings(file.data).settings
  }

  return {
    current: () => settings,
    problems,
    change(values) {
      const changed = changing.then(() => change(values))
      changing = changed.catch(() => {})
      return changed
    },
  }
}

function firstSettings(): Settings {
  const header = { name: 'x-ringtray-token', value: randomBytes(32).toString('hex') }
  return { ...defaultSettings, hasBegun: false, proofs: { header, basic: null, query: null } }
}

function parseObject(text: string, path: string): Raw {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  if (!isObject(value)) throw new DamagedFile('it holds no object')
  if (typeof value.version === 'number' && value.version > defaultSettings.version) throw new NewerFile(path)
  return value
}
