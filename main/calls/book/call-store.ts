import { join } from 'node:path'
import type { Call } from '../../../shared/call.ts'
import { makePrivateFolder, removeTemporaryFiles } from '../../disk/folder.ts'
import type { Log } from '../../log.ts'
import { type CallIndex, createCallIndex, type Ordinal } from '../index/call-index.ts'
import { loadIndex, saveIndex } from '../index/index-cache.ts'
import { type IndexRow, toIndexRow } from '../index/index-row.ts'
import { project } from '../project.ts'
import { type BookState, openBookFile } from './book-file.ts'
import { type CallRecord, callsPerPage, openPages, type PageCalls } from './pages.ts'

/** Pages and index, kept in step: whoever changes a record says so, and the row and the page follow. */
export interface CallStore {
  index: CallIndex
  state(): Readonly<BookState>
  /** Fills the index. Before that nothing may be looked up. */
  load(): Promise<void>
  recordAt(ordinal: Ordinal): Promise<CallRecord | null>
  /** What a record adds up to; computed once for as long as it does not change. */
  callOf(record: CallRecord): Call
  /** A new record at the end of the book. */
  begin(id: string): Promise<Ordinal>
  changed(ordinal: Ordinal, record: CallRecord): void
  /** Leaves a gap: no other call ever moves. */
  remove(ordinal: Ordinal): Promise<void>
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
  const cache = { dir: indexDir, pages, index, toRow, log }
  const calls = new WeakMap<CallRecord, Call>()
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
    state: () => book.data,
    async load() {
      await loadIndex(cache)
      const lastPage = pages.count() === 0 ? [] : await pages.read(pages.count())
      nextOrdinal = Math.max(0, pages.count() - 1) * callsPerPage + lastPage.length
    },
    async recordAt(ordinal) {
      return (await pageOf(ordinal))[ordinal % callsPerPage] ?? null
    },
    callOf,
    async begin(id) {
      const ordinal = nextOrdinal++
      const page = await pageOf(ordinal)
      page[ordinal % callsPerPage] = { id, facts: [], edits: {} }
      return ordinal
    },
    changed(ordinal, record) {
      calls.delete(record)
      index.put(ordinal, toRow(record))
      pages.markChanged(pageNumber(ordinal))
    },
    async remove(ordinal) {
      const page = await pageOf(ordinal)
      page[ordinal % callsPerPage] = null
      index.remove(ordinal)
      pages.markChanged(pageNumber(ordinal))
    },
    async save(contains, nextSeq) {
      const written = await pages.save()
      await saveIndex(cache, written)
      book.data = { ...book.data, pages: pages.count(), contains, nextSeq: Math.max(nextSeq, contains + 1) }
      await book.write()
    },
  }
}

function pageNumber(ordinal: Ordinal): number {
  return Math.floor(ordinal / callsPerPage) + 1
}
