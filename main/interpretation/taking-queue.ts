import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Changed } from '../calls/book/call-book.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Content } from '../myoperator/delivery.ts'
import type { EntryTaker } from './entry-taker.ts'
import { sliceMs } from './slices.ts'

/** Runs what has been journaled behind the replies, in order, without holding anything up. */
export interface TakingQueue {
  push(entry: JournalEntry, content?: Content): void
  /** Resolves when the entry has been taken. */
  taken(entry: JournalEntry): Promise<void>
  /** Until then pushed entries wait. */
  open(): void
  /** Lets what is pushed wait until the job is done. */
  exclusively<T>(job: () => Promise<T>): Promise<T>
  /** Resolves when nothing waits. */
  drained(): Promise<void>
}

export interface TakingQueueOptions {
  take: EntryTaker['take']
  /** Requests are being answered one on top of the other: taking gives way. */
  isDoorBusy(): boolean
  onTaken(entry: JournalEntry, changed: Changed | null): void
}

/** How long a busy door is left alone between two slices, unless too many entries wait. */
const restMs = 100
const mostWaiting = 20_000

interface Waiting {
  entry: JournalEntry
  content: Content | undefined
  onTaken: (() => void) | undefined
}

export function createTakingQueue({ take, isDoorBusy, onTaken }: TakingQueueOptions): TakingQueue {
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let isOpen = false
  /** One such job at a time. */
  let exclusive: Promise<unknown> = Promise.resolve()

  async function run(): Promise<void> {
    while (isOpen && waiting.length > 0) {
      await takeSlice()
      if (waiting.length > 0) {
        await (isDoorBusy() && waiting.length < mostWaiting ? wait(restMs) : nextTurn())
      }
    }
    running = null
  }

  async function takeSlice(): Promise<void> {
    const endsMs = performance.now() + sliceMs
    let taken = 0
    // What is pushed meanwhile stands at the end of the same list.
    for (const item of waiting) {
      onTaken(item.entry, await take(item.entry, item.content))
      item.onTaken?.()
      taken++
      if (performance.now() >= endsMs) break
    }
    waiting = waiting.slice(taken)
  }

  function add(item: Waiting) {
    waiting.push(item)
    start()
  }

  function start() {
    if (isOpen && running === null && waiting.length > 0) running = nextTurn().then(run)
  }

  return {
    push: (entry, content) => add({ entry, content, onTaken: undefined }),
    taken: (entry) => new Promise((onTaken) => add({ entry, content: undefined, onTaken })),
    open() {
      isOpen = true
      start()
    },
    async exclusively(job) {
      const done = exclusive.then(async () => {
        isOpen = false
        while (running !== null) await running
        try {
          return await job()
        } finally {
          isOpen = true
          start()
        }
      })
      exclusive = done.catch(() => {
        // Told to whoever asked for it; the next job does not depend on it.
      })
      return done
    },
    async drained() {
      while (running !== null) await running
    },
  }
}
