import { join } from 'node:path'
import type { Instant } from '../../shared/call.ts'
import type { ReasonCode } from '../../shared/kept-delivery.ts'
import { checkedJson } from '../disk/checked-json.ts'
import { jsonFile } from '../disk/json-file.ts'
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

interface Kept {
  contains: number
  items: NotUnderstood[]
}

const listFile = checkedJson<Kept>('list', 1)

export function createNotUnderstoodList({
  indexDir,
  log,
}: {
  indexDir: string
  log: Log
}): NotUnderstoodList {
  const file = jsonFile<Kept>({
    path: join(indexDir, 'not-understood.json'),
    parse: listFile.parse,
    stringify: listFile.format,
    repair: true,
    log,
  })
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
      const kept = await file.read()
      items = kept?.items ?? []
      return kept?.contains ?? 0
    },
    save: (contains) => file.write({ contains, items }),
  }
}
