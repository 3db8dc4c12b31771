import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Low } from 'lowdb'
import { checkedJson } from '../../disk/checked-json.ts'
import { jsonFile } from '../../disk/json-file.ts'
import { errorCode } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { CallRecord } from '../call-record.ts'

/** At most `callsPerPage` calls in the order in which they were first heard of; null where one is gone. */
export type PageCalls = (CallRecord | null)[]

export const callsPerPage = 100

/** The numbered files in which the call book keeps its calls. Page 1 is the oldest. */
export interface Pages {
  count(): number
  /** From memory, else from disk. A page that is missing or damaged reads as all gone. */
  read(number: number): Promise<PageCalls>
  /** The page if it is in memory, without waiting. It stays there as long as if it had been read. */
  peek(number: number): PageCalls | undefined
  /** The page will be written by the next `save` and stays in memory until then. */
  markChanged(number: number): void
  isChanged(number: number): boolean
  /** Writes what changed, one page per turn of the event loop. Resolves with their numbers. */
  save(): Promise<number[]>
  /** Pages that were found missing or damaged, and are not settled. */
  lostCount(): number
  /** What they held is back elsewhere, or beyond help: they will be written as all gone. */
  settleLost(): Promise<void>
  /** Checksum at the head of the page's file, without reading the page; null where there is none. */
  checksumOnDisk(number: number): Promise<string | null>
}

export interface PagesOptions {
  dir: string
  readOnly: boolean
  log: Log
}

const pageFile = checkedJson<PageCalls>('calls', 1)

/** Pages kept in memory beside the changed ones. */
const cleanPagesKept = 24

export async function openPages({ dir, readOnly, log }: PagesOptions): Promise<Pages> {
  const names = await namesIn(dir, readOnly)
  let count = names.reduce((most, name) => Math.max(most, Number(/^(\d{6,})\.json$/.exec(name)?.[1] ?? 0)), 0)
  const loaded = new Map<number, Low<PageCalls>>()
  const changed = new Set<number>()
  /** Being written: what is on disk is older than what is in memory. */
  const writing = new Set<number>()
  const lost = new Set<number>()

  const path = (number: number) => join(dir, `${String(number).padStart(6, '0')}.json`)

  function remember(number: number, page: Low<PageCalls>) {
    loaded.delete(number)
    loaded.set(number, page)
    if (loaded.size <= cleanPagesKept + changed.size) return
    for (const candidate of loaded.keys()) {
      if (changed.has(candidate) || writing.has(candidate) || candidate === number) continue
      loaded.delete(candidate)
      return
    }
  }

  async function load(number: number): Promise<PageCalls> {
    const adapter = jsonFile({
      path: path(number),
      parse: pageFile.parse,
      stringify: pageFile.format,
      repair: !readOnly,
      log,
    })
    const isNew = number > count
    const empty: PageCalls = isNew ? [] : new Array(callsPerPage).fill(null)
    const page = new Low<PageCalls>(adapter, empty)
    if (isNew) count = number
    else await page.read()
    // Somebody else may have loaded it while we waited: there must be one copy only.
    const already = loaded.get(number)
    if (already !== undefined) return already.data
    if (!isNew && page.data === empty) lost.add(number)
    remember(number, page)
    return page.data
  }

  async function read(number: number): Promise<PageCalls> {
    const page = loaded.get(number)
    if (page === undefined) return load(number)
    remember(number, page)
    return page.data
  }

  return {
    count: () => count,
    read,
    peek(number) {
      const page = loaded.get(number)
      if (page !== undefined) remember(number, page)
      return page?.data
    },
    markChanged: (number) => void changed.add(number),
    isChanged: (number) => changed.has(number),
    async save() {
      const numbers = [...changed].sort((a, b) => a - b)
      let failure: unknown
      for (const number of numbers) {
        changed.delete(number)
        writing.add(number)
        try {
          await loaded.get(number)?.write()
        } catch (error) {
          // One page that cannot be written keeps none of the others from it.
          changed.add(number)
          failure ??= error
        } finally {
          writing.delete(number)
        }
        await nextTurn()
      }
      if (failure !== undefined) throw failure
      return numbers
    },
    checksumOnDisk: (number) => pageFile.readChecksum(path(number)),
    lostCount: () => lost.size,
    async settleLost() {
      for (const number of lost) {
        await read(number)
        changed.add(number)
      }
      lost.clear()
    },
  }
}

/** A reader may come before the first page: a folder that was only begun has none. */
async function namesIn(dir: string, readOnly: boolean): Promise<string[]> {
  try {
    return await readdir(dir)
  } catch (error) {
    if (readOnly && errorCode(error) === 'ENOENT') return []
    throw error
  }
}
