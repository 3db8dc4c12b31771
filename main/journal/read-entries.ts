import type { Log } from '../log.ts'
import type { JournalEntry } from './entry.ts'
import { listJournalFiles } from './journal-files.ts'
import { readFileEntries } from './read-journal.ts'

/** The entries with these numbers, in their order; what has expired is left out. Opens only the files that hold them. */
export async function readEntries({
  dir,
  seqs,
  log,
}: {
  dir: string
  seqs: number[]
  log: Log
}): Promise<JournalEntry[]> {
  const wanted = new Set(seqs)
  const found = new Map<number, JournalEntry>()
  const files = await listJournalFiles(dir)
  for (const [position, file] of files.entries()) {
    const end = files[position + 1]?.firstSeq ?? Number.POSITIVE_INFINITY
    if (!seqs.some((seq) => seq >= file.firstSeq && seq < end)) continue
    for await (const entry of readFileEntries(file, log)) {
      if (wanted.has(entry.seq) && !found.has(entry.seq)) found.set(entry.seq, entry)
    }
  }
  return [...found.values()].sort((a, b) => a.seq - b.seq)
}
