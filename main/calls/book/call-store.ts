import { join } from 'node:path'
import type { Call } from '../../../shared/call.ts'
import { makePrivateFolder, removeTemporaryFiles } from '../../disk/folder.ts'
import type { Log } from '../../log.ts'
import type { CallRecord } from '../call-record.ts'
import { type CallIndex, createCallIndex, type Ordinal } from '../index/call-index.ts'
import { loadIndex, saveIndex } from '../index/index-cache.ts'
import { type IndexRow, toIndexRow } from '../index/index-row.ts'
import { project } from '../project.ts'
import { type BookState, openBookFile } from './book-file.ts'
import { callsPerPage, openPages, type PageCalls } from './pages.ts'

/** Pages and index, kept in step: whoever changes a record says so, and the row and the page follow. */
export interface CallStore {
  index: CallIndex
  state(): Readonly<BookState>
  /** Fills the index. Before that nothing may be looked up. */
  load(): Promise<void>
  recordAt(ordinal: Ordinal): Promise<CallRecord | null>
  /** Pages that were found missing or damaged: the journal may still tell what stood there. */
  lostPages(): number
  /** The journal has been asked. */
  settleLostPages(): Promise<void>
  /** What a record adds up to; computed once for as long as it does not change. */
  callOf(record: CallRecord): Call
  /** A new record at the end of the book, or in the place of the empty one that had this id. */
  begin(id: string): Promise<Ordinal>
  /** How far the book goes: every call's ordinal is below. */
  end(): Ordinal
  changed(ordinal: Ordinal, record: CallRecord): void
  /** Leaves a gap: no other call ever moves. */
  remove(ordinal: Ordinal): Promise<void>
  /** Written before the first page of a rebuild changes, and after its last: a start finishes what was cut short. */
  setRebuilding(isRebuilding: boolean): Promise<void>
  /** Pages first, then the index, then `book.json`, which says what the pages contain. */
  save(contains: number, nextSeq: number): Promise<void>
}

export interface CallStoreOptions {
  dir: string
  readOnly: boolean
  log: Log
}

export async function openCallStore({ dir, readOnly, log }: CallStoreOptions): Promise<CallStore> {
  const pagesDir = join(dir, 'pages')
  const indexDir = join(dir, 'index')
  if (!readOnly) {
    for (const folder of [pagesDir, indexDir]) {
      await makePrivateFolder(folder)
      await removeTemporaryFiles(folder)
    }
  }
  const book = await openBookFile(join(dir, 'book.json'), readOnly, log)
  const pages = await openPages({ dir: pagesDir, readOnly, log })
  const index = createCallIndex()
  const cache = { dir: indexDir, pages, index, toRow, readOnly, log }
  const calls = new WeakMap<CallRecord, Call>()
  /** Records that hold no fact, by every id they had: a rebuild empties before it fills. */
  const empty = new Map<string, Ordinal>()
  let nextOrdinal = 0

  function toRow(record: CallRecord): IndexRow {
    return toIndexRow(record, callOf(record))
  }

  function callOf(record: CallRecord): Call {
    const known = calls.get(record)
    if (known !== undefined) return known
    const call = project(record.id, record.facts, record.edits)
    calls.set(record, call)
    return call
  }

  function pageOf(ordinal: Ordinal): PageCalls | Promise<PageCalls> {
    const number = pageNumber(ordinal)
    return pages.peek(number) ?? pages.read(number)
  }

  return {
    index,
    state: book.state,
    async load() {
      await loadIndex(cache)
      const lastPage = pages.count() === 0 ? [] : await pages.read(pages.count())
      nextOrdinal = Math.max(0, pages.count() - 1) * callsPerPage + lastPage.length
    },
    async recordAt(ordinal) {
      const record = (await pageOf(ordinal))[ordinal % callsPerPage] ?? null
      // Its page was lost after the index was read: the call is not known any more.
      if (record === null) index.remove(ordinal)
      return record
    },
    lostPages: pages.lostCount,
    settleLostPages: () => pages.settleLost(),
    callOf,
    end: () => nextOrdinal,
    async begin(id) {
      const known = empty.get(id)
      const ordinal = known ?? nextOrdinal++
      const page = await pageOf(ordinal)
      const before = page[ordinal % callsPerPage]
      for (const name of before ? namesOf(before) : []) empty.delete(name)
      page[ordinal % callsPerPage] = { id, facts: [], edits: before?.edits ?? {} }
      return ordinal
    },
    changed(ordinal, record) {
      calls.delete(record)
      pages.markChanged(pageNumber(ordinal))
      if (record.facts.length > 0) {
        index.put(ordinal, toRow(record))
        return
      }
      index.remove(ordinal)
      for (const name of namesOf(record)) empty.set(name, ordinal)
    },
    async remove(ordinal) {
      const page = await pageOf(ordinal)
      const gone = page[ordinal % callsPerPage]
      for (const name of gone ? namesOf(gone) : []) empty.delete(name)
      page[ordinal % callsPerPage] = null
      index.remove(ordinal)
      pages.markChanged(pageNumber(ordinal))
    },
    setRebuilding: (rebuilding) => book.update({ rebuilding }),
    async save(contains, nextSeq) {
      const written = await pages.save()
      await saveIndex(cache, written)
      await book.update({ pages: pages.count(), contains, nextSeq: Math.max(nextSeq, contains + 1) })
    },
  }
}

function namesOf({ id, aliases = [] }: CallRecord): string[] {
  return [id, ...aliases]
}

function pageNumber(ordinal: Ordinal): number {
  return Math.floor(ordinal / callsPerPage) + 1
}
