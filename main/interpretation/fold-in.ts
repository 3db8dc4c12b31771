import type { CallBook } from '../calls/book/call-book.ts'
import { readJournal } from '../journal/read-journal.ts'
import type { Log } from '../log.ts'
import type { Interpretation } from './interpretation.ts'
import { rebuild } from './rebuild.ts'
import { createSlices } from './slices.ts'

export interface FoldInOptions {
  callBook: CallBook
  interpretation: Interpretation
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
  const { callBook, interpretation, journalDir, before, onTaken, saveRebuild, log } = options
  const startedMs = performance.now()
  await callBook.load()
  if (callBook.saved().rebuilding) {
    log.info('book.rebuild', 'A rebuild was cut short; it is done again')
    await rebuild({ ...options, save: saveRebuild })
    onTaken(before - 1)
    return
  }
  const slice = createSlices()
  let lines = 0
  for await (const entry of readJournal({ dir: journalDir, after: callBook.saved().contains, log })) {
    if (entry.seq >= before) break
    await interpretation.take(entry)
    onTaken(entry.seq)
    lines++
    await slice()
  }
  const ms = Math.round(performance.now() - startedMs)
  log.info('book.ready', `${callBook.index.size()} calls, ${lines} journal lines folded in, after ${ms} ms`)
}
