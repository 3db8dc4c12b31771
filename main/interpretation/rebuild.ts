import type { CallBook } from '../calls/book/call-book.ts'
import { readJournal } from '../journal/read-journal.ts'
import type { Log } from '../log.ts'
import type { EntryTaker } from './entry-taker.ts'
import type { NotUnderstoodList } from './not-understood.ts'
import { createSlices } from './slices.ts'

export interface RebuildOptions {
  callBook: CallBook
  notUnderstood: Pick<NotUnderstoodList, 'clear'>
  taker: EntryTaker
  journalDir: string
  /** Entries from this number on are taken as they arrive. */
  before: number
  /** Writes what has changed so far: pages of a rebuild may be saved at any time. */
  save(): Promise<void>
  log: Log
}

export interface Rebuilt {
  deliveries: number
  calls: number
}

/** Changed pages stay in memory until they are saved. */
const linesBetweenSaves = 2_000

/**
 * Reads every kept delivery again with today's dialects. Facts of kept deliveries are replaced, even into another
 * call; other facts and every edit stay. Cut short, it is finished by the next start.
 */
export async function rebuild(options: RebuildOptions): Promise<Rebuilt> {
  const { callBook, notUnderstood, taker, journalDir, before, save, log } = options
  const entries = () => readJournal({ dir: journalDir, after: 0, log })
  const slice = createSlices()
  const deliveryIds = new Set<string>()
  for await (const entry of entries()) {
    if (entry.kind === 'delivery' && entry.seq < before) deliveryIds.add(entry.id)
  }
  await callBook.beginRebuild(deliveryIds)
  notUnderstood.clear()
  let taken = 0
  for await (const entry of entries()) {
    if (entry.seq >= before) break
    await taker.take(entry)
    await slice()
    if (++taken % linesBetweenSaves === 0) await save()
  }
  await callBook.finishRebuild(save)
  return { deliveries: deliveryIds.size, calls: callBook.index.size() }
}
