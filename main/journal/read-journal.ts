import { createReadStream } from 'node:fs'
import type { Log } from '../log.ts'
import { type JournalEntry, parseEntry } from './entry.ts'
import { type JournalFile, listJournalFiles } from './journal-files.ts'

export interface ReadJournalOptions {
  dir: string
  /** Only entries with a higher number. */
  after: number
  log: Log
}

/**
 * The journal in order, each number once. A line that fails its checksum is reported and passed over; an
 * unfinished last line is what a power cut leaves and was never acknowledged.
 */
export async function* readJournal({ dir, after, log }: ReadJournalOptions): AsyncGenerator<JournalEntry> {
  const files = await listJournalFiles(dir)
  let last = after
  for (const [position, file] of files.entries()) {
    const next = files[position + 1]
    if (next !== undefined && next.firstSeq <= after + 1) continue
    for await (const entry of readFileEntries(file, log)) {
      if (entry.seq <= last) continue
      last = entry.seq
      yield entry
    }
  }
}

/** The entries of one file as they stand there. Throws only where the file cannot be read at all. */
export async function* readFileEntries(file: JournalFile, log: Log): AsyncGenerator<JournalEntry> {
  let rest: Buffer = Buffer.alloc(0)
  let damaged = 0
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    let start = 0
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
      const entry = parseEntry(bytes.subarray(start, end))
      if (entry === null) damaged++
      else yield entry
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  if (damaged > 0) {
    log.warn('journal.damaged', `${damaged} line(s) of ${file.path} fail their checksum and were passed over`)
  }
}
