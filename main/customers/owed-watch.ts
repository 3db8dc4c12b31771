import { setImmediate as nextTurn } from 'node:timers/promises'
import { dayMs } from '../../shared/time.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import { createOwedTally, type OwedCount } from './owed-tally.ts'

/** How many customers are owed a call, counted again behind whatever else goes on. */
export interface OwedWatch {
  count(): OwedCount
  /** A call has changed, or time has passed. A burst of calls costs one count. */
  refresh(): void
}

export interface OwedWatchOptions {
  index: Pick<CallIndex, 'startedBetween'>
  isMine(row: IndexRow): boolean
  now(): number
  /** Makes of many calls that come close together one, a little later. */
  soon(run: () => void): () => void
  onChange(): void
}

/** Older than that nobody waits any more. */
const waitsForMs = 7 * dayMs
/** Some 5 ms of work. */
const rowsPerSlice = 5_000

export function createOwedWatch({ index, isMine, now, soon, onChange }: OwedWatchOptions): OwedWatch {
  let counted: OwedCount = { mine: 0, all: 0 }
  let counting: Promise<void> = Promise.resolve()

  async function countAgain(): Promise<void> {
    const tally = createOwedTally(isMine)
    let read = 0
    // The provider's clock may be ahead of ours.
    for (const row of index.startedBetween(now() - waitsForMs, now() + dayMs)) {
      tally.add(row)
      if (++read % rowsPerSlice === 0) await nextTurn()
    }
    const next = tally.count()
    if (next.mine === counted.mine && next.all === counted.all) return
    counted = next
    onChange()
  }

  return {
    count: () => counted,
    refresh: soon(() => {
      counting = counting.then(countAgain)
    }),
  }
}
