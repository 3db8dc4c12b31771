import type { Log } from '../log.ts'
import { type EntryContent, formatEntry } from './entry.ts'
import { createJournalWriter, type JournalWriter } from './journal-writer.ts'

/** A write-ahead log: what `append` has resolved for survives a kill and a power cut. */
export interface Journal {
  /** Resolves with the entry's number once it is on disk; rejects where it could not be written. */
  append(content: EntryContent): Promise<number>
  /** The number that the next entry gets. */
  nextSeq(): number
  /** Waits for what is pending, then closes the file. */
  close(): Promise<void>
}

export interface JournalOptions {
  dir: string
  nextSeq: number
  log: Log
  now: () => number
  /** Told at every change: null while entries reach the disk, else why they do not. */
  onStorage(problem: unknown): void
}

interface Waiting {
  seq: number
  line: string
  resolve(seq: number): void
  reject(error: unknown): void
}

/** Does no I/O before the first append: every start writes into a file of its own. */
export function createJournal({ dir, nextSeq: firstSeq, log, now, onStorage }: JournalOptions): Journal {
  let nextSeq = firstSeq
  let waiting: Waiting[] = []
  let flushing: Promise<void> | null = null
  let failing = false
  const writer = createJournalWriter({ dir, now })

  /** One write and one fdatasync serve everybody who waits; who comes meanwhile waits for the next. */
  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await writeBatch(writer, batch, log)
      } catch (error) {
        failing = true
        onStorage(error)
        for (const entry of batch) entry.reject(error)
        continue
      }
      if (failing) {
        failing = false
        onStorage(null)
      }
      for (const entry of batch) entry.resolve(entry.seq)
    }
    flushing = null
  }

  return {
    append(content) {
      return new Promise((resolve, reject) => {
        const seq = nextSeq++
        waiting.push({ seq, line: formatEntry({ seq, ...content }), resolve, reject })
        flushing ??= Promise.resolve().then(flush)
      })
    },
    nextSeq: () => nextSeq,
    async close() {
      await flushing
      await writer.close()
    },
  }
}

/**
 * After a failed write or sync nothing is known about that file any more (the kernel may have dropped the
 * pages and will call the next sync a success): a new file takes the same lines under the same numbers.
 */
async function writeBatch(writer: JournalWriter, batch: Waiting[], log: Log): Promise<void> {
  const first = batch[0]?.seq ?? 0
  const bytes = Buffer.from(batch.map((entry) => entry.line).join(''))
  try {
    await writer.write(bytes, first)
  } catch (error) {
    log.warn('journal.write-failed', 'The journal could not be written; trying a new file', error)
    await writer.write(bytes, first)
  }
}
