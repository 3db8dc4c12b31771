import { readFile, rename } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Adapter } from 'lowdb'
import { errorCode, SpokenError } from '../errors.ts'
import type { Log } from '../log.ts'
import { writeDurably } from './durable-file.ts'

/** What is wrong with a file's content, said by its parser. */
export class DamagedFile extends Error {
  override name = 'DamagedFile'
}

/** A file of a later Ringtray: left alone, and the app does not go on with it. */
export class NewerFile extends SpokenError {
  override name = 'NewerFile'

  constructor(path: string) {
    super(
      `${path} was written by a newer version of Ringtray. Nothing was changed. ` +
        'Install the newer version again, or start with another --data folder.',
    )
  }
}

export interface JsonFileOptions<T> {
  path: string
  /** Throws `DamagedFile` where the content cannot be trusted. */
  parse(text: string, path: string): T
  stringify(value: T): string
  /** Set a damaged file aside under a new name (the folder's writer), or leave it where it is (a reader). */
  repair: boolean
  log: Log
}

/** lowdb's two-method seam, durable. A missing file reads as null, and so does a damaged one, which is kept. */
export function jsonFile<T>({ path, parse, stringify, repair, log }: JsonFileOptions<T>): Adapter<T> {
  return {
    async read() {
      let text: string
      try {
        text = await readFile(path, 'utf8')
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null
        throw error
      }
      try {
        return parse(text, path)
      } catch (error) {
        if (error instanceof NewerFile) throw error
        const keptAs = repair ? await setAside(path) : path
        // What is wrong with JSON is told with a piece of it, which may be a piece of a secret.
        const known = error instanceof SyntaxError ? undefined : error
        log.warn('file.damaged', `${basename(path)} could not be read and is kept as ${keptAs}`, known)
        return null
      }
    },
    write: (value) => writeDurably(path, stringify(value)),
  }
}

/** Renames a file that cannot be read, so that nothing overwrites it. Returns the new path. */
async function setAside(path: string): Promise<string> {
  const keptAs = `${path}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '')}`
  await rename(path, keptAs)
  return keptAs
}
