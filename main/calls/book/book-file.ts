import { randomBytes } from 'node:crypto'
import { Low } from 'lowdb'
import { DamagedFile, jsonFile, NewerFile } from '../../disk/json-file.ts'
import type { Log } from '../../log.ts'

/** `book.json`: what the pages contain, so that a start knows what to fold in. */
export interface BookState {
  version: 1
  /** Random, new after a restore: sequence numbers of another lineage mean nothing here. */
  lineage: string
  pages: number
  /** The pages contain the journal up to this number. */
  contains: number
  nextSeq: number
  /** A rebuild has begun: pages lack facts that only the journal has, until it is finished. */
  rebuilding: boolean
}

export interface BookFile {
  state(): Readonly<BookState>
  /** Writes one after the other: an older state never lands on a newer one. */
  update(change: Partial<BookState>): Promise<void>
}

/** A missing or damaged file costs nothing but time: the whole journal is folded in again. */
export async function openBookFile(path: string, readOnly: boolean, log: Log): Promise<BookFile> {
  const adapter = jsonFile<BookState>({
    path,
    parse: parseBookState,
    stringify: (state) => `${JSON.stringify(state, null, 2)}\n`,
    repair: !readOnly,
    log,
  })
  const lineage = randomBytes(8).toString('hex')
  const book = new Low<BookState>(adapter, {
    version: 1,
    lineage,
    pages: 0,
    contains: 0,
    nextSeq: 1,
    rebuilding: false,
  })
  await book.read()
  let writing = Promise.resolve()
  return {
    state: () => book.data,
    update(change) {
      book.data = { ...book.data, ...change }
      const written = writing.then(() => book.write())
      writing = written.catch(() => {})
      return written
    },
  }
}

function parseBookState(text: string, path: string): BookState {
  const state = JSON.parse(text) as Partial<Record<keyof BookState, unknown>> | null
  if (typeof state?.version === 'number' && state.version > 1) throw new NewerFile(path)
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
  const { version, lineage, pages, contains, nextSeq } = state ?? {}
  if (version !== 1 || typeof lineage !== 'string' || ![pages, contains, nextSeq].every(isCount)) {
    throw new DamagedFile('it has not the fields of a book file')
  }
  return state as BookState
}
