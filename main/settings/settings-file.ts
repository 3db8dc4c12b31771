import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import { DamagedFile, jsonFile, NewerFile } from '../disk/json-file.ts'
import type { Log } from '../log.ts'
import { readSettings } from './read-settings.ts'

/** `settings.json` of a data folder. */
export interface SettingsFile {
  current(): Settings
  /** Sentences about values that were passed over; the file itself stays as it is. */
  problems: string[]
  /** Saves changed values, keeping every key we do not know. */
  change(values: Partial<Settings>): Promise<void>
}

export interface SettingsOptions {
  dir: string
  readOnly: boolean
  log: Log
}

type Raw = Record<string, unknown>

/** A folder without settings gets them, with a random 256-bit header token. */
export async function openSettings({ dir, readOnly, log }: SettingsOptions): Promise<SettingsFile> {
  const path = join(dir, 'settings.json')
  const adapter = jsonFile<Raw>({
    path,
    parse: (text) => parseObject(text, path),
    stringify: (raw) => `${JSON.stringify(raw, null, 2)}\n`,
    repair: !readOnly,
    log,
  })
  const none: Raw = {}
  const file = new Low<Raw>(adapter, none)
  await file.read()
  if (file.data === none) {
    file.data = { ...firstSettings() }
    if (!readOnly) await file.write()
  }
  let { settings, problems } = readSettings(file.data)
  for (const problem of problems) log.warn('settings.invalid', problem)
  return {
    current: () => settings,
    problems,
    async change(values) {
      file.data = { ...file.data, ...values }
      await file.write()
      settings = readSettings(file.data).settings
    },
  }
}

function firstSettings(): Settings {
  const header = { name: 'x-ringtray-token', value: randomBytes(32).toString('hex') }
  return { ...defaultSettings, proofs: { header, basic: null, query: null } }
}

function parseObject(text: string, path: string): Raw {
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DamagedFile('it holds no object')
  }
  const raw = value as Raw
  if (typeof raw.version === 'number' && raw.version > defaultSettings.version) throw new NewerFile(path)
  return raw
}
