import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../shared/call.ts'
import type { ReasonCode } from '../../shared/kept-delivery.ts'
import { writeDurably } from '../disk/durable-file.ts'
import { errorCode } from '../errors.ts'
import type { Log } from '../log.ts'

/** A delivery that gave no call: kept, and waiting for a reader that understands it. */
export interface NotUnderstood {
  seq: number
  deliveryId: string
  receivedAt: Instant
  reason: ReasonCode
}

/** The quiet place for deliveries that gave no call. A cache: the journal holds them, and can be asked again. */
export interface NotUnderstoodList {
  /** Newest first. */
  items(): readonly NotUnderstood[]
  add(item: NotUnderstood): void
  clear(): void
  /** Resolves with the journal number up to which the list is complete. */
  load(): Promise<number>
  save(contains: number): Promise<void>
}

/** More than anybody reads; the oldest are dropped from the list, not from the journal. */
const mostItems = 1_000

export function createNotUnderstoodList({
  indexDir,
  log,
}: {
  indexDir: string
  log: Log
}): NotUnderstoodList {
  const path = join(indexDir, 'not-understood.json')
  let items: NotUnderstood[] = []

  return {
    items: () => items,
    add(item) {
      if (items.some(({ seq }) => seq === item.seq)) return
      items = [item, ...items].sort((a, b) => b.seq - a.seq).slice(0, mostItems)
    },
    clear() {
      items = []
    },
    async load() {
      try {
        const kept = JSON.parse(await readFile(path, 'utf8')) as { contains: number; items: NotUnderstood[] }
        if (!Number.isSafeInteger(kept.contains) || !Array.isArray(kept.items)) return 0
        items = kept.items
        return kept.contains
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') log.warn('index.unreadable', `${path} is made anew`, error)
        return 0
      }
    },
    async save(contains) {
      await writeDurably(path, JSON.stringify({ contains, items }))
    },
  }
}
