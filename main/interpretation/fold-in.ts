import type { CallBook } from '../calls/book/call-book.ts'
import type { DeafList } from '../hearing/blind-spots/deaf-list.ts'
import { readJournal } from '../journal/read-journal.ts'
import type { Log } from '../log.ts'
import type { EntryTaker } from './entry-taker.ts'
import type { NotUnderstoodList } from './not-understood.ts'
import { rebuild } from './rebuild.ts'
import { createSlices } from './slices.ts'

export interface FoldInOptions {
  callBook: CallBook
  notUnderstood: NotUnderstoodList
  deafList: Pick<DeafList, 'load'>
  taker: EntryTaker
  journalDir: string
  /** Entries from this number on are taken as they arrive. */
  before: number
  onTaken(seq: number): void
  /** Saves changed pages without saying that they contain more of the journal. */
  saveRebuild(): Promise<void>
  log: Log
}

/** Loads the call book and takes what its saved pages lack. Taking twice what they have changes nothing. */
export async function foldIn(options: FoldInOptions): Promise<void> {
  const { callBook, notUnderstood, deafList, taker, journalDir, before, onTaken, saveRebuild, log } = options
  const startedMs = performance.now()
  await callBook.load()
  const deafNoted = await deafList.load()
  if (callBook.saved().rebuilding) {
    log.info('book.rebuild', 'A rebuild was cut short; it is done again')
    await rebuild({ ...options, save: saveRebuild })
    onTaken(before - 1)
    return
  }
  const slice = createSlices()
  const contains = callBook.takenUpTo()
  const noted = Math.min(await notUnderstood.load(), deafNoted)
  let lines = 0
  for await (const entry of readJournal({ dir: journalDir, after: Math.min(contains, noted), log })) {
    if (entry.seq >= before) break
    if (entry.seq <= contains) taker.note(entry)
    else {
      await taker.take(entry)
      onTaken(entry.seq)
      lines++
    }
    await slice()
  }
  await callBook.settleLostPages()
  const ms = Math.round(performance.now() - startedMs)
  log.info('book.ready', `${callBook.index.size()} calls, ${lines} journal lines folded in, after ${ms} ms`)
}
