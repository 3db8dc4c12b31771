import { createHash } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Low } from 'lowdb'
import { DamagedFile, jsonFile, NewerFile } from '../../disk/json-file.ts'
import { errorCode } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Edits, Fact } from '../fact.ts'

/** The truth about one call. Everything else about it is derived. */
export interface CallRecord {
  id: string
  /** Ids it had before its uid was known. */
  aliases?: string[]
  facts: Fact[]
  edits: Edits
}

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
  changedCount(): number
  /** Writes what changed, one page per turn of the event loop. Resolves with their numbers. */
  save(): Promise<number[]>
  /** Checksum at the head of the page's file, without reading the page; null where there is none. */
  checksumOnDisk(number: number): Promise<string | null>
}

export interface PagesOptions {
  dir: string
  readOnly: boolean
  log: Log
}

/** Pages kept in memory beside the changed ones. */
const cleanPagesKept = 24

export async function openPages({ dir, readOnly, log }: PagesOptions): Promise<Pages> {
  const names = await readdir(dir)
  let count = names.reduce((most, name) => Math.max(most, Number(/^(\d{6,})\.json$/.exec(name)?.[1] ?? 0)), 0)
  const loaded = new Map<number, Low<PageCalls>>()
  const changed = new Set<number>()

  const path = (number: number) => join(dir, `${String(number).padStart(6, '0')}.json`)

  function remember(number: number, page: Low<PageCalls>) {
    loaded.delete(number)
    loaded.set(number, page)
    if (loaded.size <= cleanPagesKept + changed.size) return
    for (const candidate of loaded.keys()) {
      if (changed.has(candidate) || candidate === number) continue
      loaded.delete(candidate)
      return
    }
  }

  async function load(number: number): Promise<PageCalls> {
    const adapter = jsonFile({
      path: path(number),
      parse: (text) => parsePage(text, path(number)),
      stringify: formatPage,
      repair: !readOnly,
      log,
    })
    const isNew = number > count
    const page = new Low<PageCalls>(adapter, isNew ? [] : new Array(callsPerPage).fill(null))
    if (isNew) count = number
    else await page.read()
    // Somebody else may have loaded it while we waited: there must be one copy only.
    const already = loaded.get(number)
    if (already !== undefined) return already.data
    remember(number, page)
    return page.data
  }

  return {
    count: () => count,
    async read(number) {
      const page = loaded.get(number)
      if (page === undefined) return load(number)
      remember(number, page)
      return page.data
    },
    peek(number) {
      const page = loaded.get(number)
      if (page !== undefined) remember(number, page)
      return page?.data
    },
    markChanged: (number) => void changed.add(number),
    changedCount: () => changed.size,
    async save() {
      const numbers = [...changed].sort((a, b) => a - b)
      for (const number of numbers) {
        changed.delete(number)
        try {
          await loaded.get(number)?.write()
        } catch (error) {
          changed.add(number)
          throw error
        }
        await nextTurn()
      }
      return numbers
    },
    checksumOnDisk: (number) => readChecksum(path(number)),
  }
}

const head = '{"version":1,"checksum":"'
const checksumLength = 32

function checksum(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, checksumLength)
}

/** The checksum stands first, so that a start compares pages without reading them. */
export function formatPage(calls: PageCalls): string {
  const json = JSON.stringify(calls)
  return `${head}${checksum(json)}","calls":${json}}\n`
}

export function parsePage(text: string, path: string): PageCalls {
  const json = text.slice(head.length + checksumLength + '","calls":'.length, -'}\n'.length)
  if (!text.startsWith(head)) {
    if (/^\{"version":(?:[2-9]|[1-9]\d)/.test(text)) throw new NewerFile(path)
    throw new DamagedFile('it does not begin like a page')
  }
  if (text.slice(head.length, head.length + checksumLength) !== checksum(json)) {
    throw new DamagedFile('its checksum is wrong')
  }
  return JSON.parse(json) as PageCalls
}

async function readChecksum(path: string): Promise<string | null> {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(head.length + checksumLength), 0)
      const text = buffer.toString('latin1', 0, bytesRead)
      return text.startsWith(head) ? text.slice(head.length) : null
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}
