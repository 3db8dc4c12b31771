import { join } from 'node:path'
import type { Instant } from '../../shared/call.ts'
import { DamagedFile, jsonFile, NewerFile } from '../disk/json-file.ts'
import type { Log } from '../log.ts'
import { isInstant, isObject, type Raw } from '../values.ts'

/** What has to be known of hearing after a restart or a crash. */
export interface Heard {
  version: 1
  /** Up to then we listened, or the journal says why not. Null: never yet. */
  listenedAt: Instant | null
  /** The public URL that the last real webhook came by. */
  heardOn: string | null
  /** See `AlarmMemory`. */
  alertedForMs: number | null
  holidayUntilMs: number | null
}

/** `heard.json` in the data folder. */
export interface HeardFile {
  current(): Heard
  /** Resolves when it is on disk. */
  change(values: Partial<Omit<Heard, 'version'>>): Promise<void>
}

const nothing: Heard = {
  version: 1,
  listenedAt: null,
  heardOn: null,
  alertedForMs: null,
  holidayUntilMs: null,
}

/** A file that is missing or damaged says that nothing is known. */
export async function openHeardFile({ dir, log }: { dir: string; log: Log }): Promise<HeardFile> {
  const file = jsonFile<Heard>({
    path: join(dir, 'heard.json'),
    parse: parseHeard,
    stringify: (heard) => `${JSON.stringify(heard)}\n`,
    repair: true,
    log,
  })
  let heard = (await file.read()) ?? nothing
  let writing = Promise.resolve()
  return {
    current: () => heard,
    change(values) {
      heard = { ...heard, ...values }
      const written = writing.then(() => file.write(heard))
      writing = written.catch(() => {})
      return written
    },
  }
}

function parseHeard(text: string, path: string): Heard {
  const raw = parseObject(text)
  if (typeof raw.version === 'number' && raw.version > nothing.version) throw new NewerFile(path)
  return {
    version: 1,
    listenedAt: isInstant(raw.listenedAt) ? raw.listenedAt : null,
    heardOn: typeof raw.heardOn === 'string' && URL.canParse(raw.heardOn) ? raw.heardOn : null,
    alertedForMs: Number.isFinite(raw.alertedForMs) ? (raw.alertedForMs as number) : null,
    holidayUntilMs: Number.isFinite(raw.holidayUntilMs) ? (raw.holidayUntilMs as number) : null,
  }
}

function parseObject(text: string): Raw {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new DamagedFile('it is no JSON', { cause: error })
  }
  if (!isObject(value)) throw new DamagedFile('it holds no object')
  return value
}
