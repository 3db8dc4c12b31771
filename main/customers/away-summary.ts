import type { AwayCardRow } from '../../shared/card.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import { createOwedTally } from './owed-tally.ts'

export type AwaySummary = Pick<AwayCardRow, 'calls' | 'mine' | 'owed'>

export interface AwaySummaryOptions {
  index: Pick<CallIndex, 'startedBetween'>
  /** Milliseconds since the epoch, both included. */
  fromMs: number
  toMs: number
  isMine(row: IndexRow): boolean
}

/** What began in that time: the calls, mine among them, and the customers of mine to whom nobody has spoken since. */
export function awaySummary({ index, fromMs, toMs, isMine }: AwaySummaryOptions): AwaySummary {
  const tally = createOwedTally(isMine)
  let calls = 0
  let mine = 0
  for (const row of index.startedBetween(fromMs, toMs)) {
    tally.add(row)
    if (row.pretend || row.direction === 'outgoing') continue
    calls++
    if (isMine(row)) mine++
  }
  return { calls, mine, owed: tally.count().mine }
}
