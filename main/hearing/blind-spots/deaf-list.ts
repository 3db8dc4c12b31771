import { join } from 'node:path'
import { toEpochMs } from '../../../shared/time.ts'
import { checkedJson } from '../../disk/checked-json.ts'
import { jsonFile } from '../../disk/json-file.ts'
import type { DeafMark } from '../../journal/entry.ts'
import type { Log } from '../../log.ts'
import type { Deafness } from './blind-spots.ts'

/** When we could not hear. A cache: the journal's marks say it, and can be asked again while they are kept. */
export interface DeafList {
  /** In no order; they may overlap. */
  items(): readonly Deafness[]
  /** Saying one twice changes nothing. */
  add(mark: DeafMark): void
  /** Resolves with the journal number up to which the list is complete. */
  load(): Promise<number>
  save(contains: number): Promise<void>
}

/** A year of them or more; the oldest are dropped. */
const mostItems = 2_000

interface Kept {
  contains: number
  items: Deafness[]
}

const listFile = checkedJson<Kept>('deaf', 1)

export function createDeafList({ indexDir, log }: { indexDir: string; log: Log }): DeafList {
  const file = jsonFile<Kept>({
    path: join(indexDir, 'deaf.json'),
    parse: listFile.parse,
    stringify: listFile.format,
    repair: true,
    log,
  })
  let items: Deafness[] = []

  return {
    items: () => items,
    add({ from, to, because }) {
      const item = { fromMs: toEpochMs(from), toMs: toEpochMs(to), because }
      if (!(item.fromMs < item.toMs) || items.some((other) => isSame(other, item))) return
      items = [...items, item].slice(-mostItems)
    },
    async load() {
      const kept = await file.read()
      items = kept?.items ?? []
      return kept?.contains ?? 0
    },
    save: (contains) => file.write({ contains, items }),
  }
}

function isSame(a: Deafness, b: Deafness): boolean {
  return a.fromMs === b.fromMs && a.toMs === b.toMs && a.because === b.because
}
