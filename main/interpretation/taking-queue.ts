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
/** Some 50 MB of them. */
const mostWaiting = 50_000

interface Waiting {
  entry: JournalEntry
  content: Content | undefined
  onTaken: (() => void) | undefined
}

export function createTakingQueue({ take, isDoorBusy, onTaken }: TakingQueueOptions): TakingQueue {
  let waiting: Waiting[] = []
  /** Where in `waiting` the next one stands: what is before it has been taken. */
  let next = 0
  let running: Promise<void> | null = null
  let isOpen = false
  /** One such job at a time. */
  let exclusive: Promise<unknown> = Promise.resolve()

  async function run(): Promise<void> {
    while (isOpen && next < waiting.length) {
      await takeSlice()
      if (next < waiting.length) {
        await (isDoorBusy() && waiting.length - next < mostWaiting ? wait(restMs) : nextTurn())
      }
    }
    running = null
  }

  async function takeSlice(): Promise<void> {
    const endsMs = performance.now() + sliceMs
    // What is pushed meanwhile stands at the end of the same list.
    for (let item = waiting[next]; item !== undefined; item = waiting[next]) {
      next++
      onTaken(item.entry, await take(item.entry, item.content))
      item.onTaken?.()
      if (performance.now() >= endsMs) break
    }
    if (next < waiting.length / 2) return
    waiting = waiting.slice(next)
    next = 0
  }

  function add(item: Waiting) {
    waiting.push(item)
    start()
  }

  function start() {
    if (isOpen && running === null && next < waiting.length) running = nextTurn().then(run)
  }

  return {
    // In a burst the parsed content would be kept alive for long: it is cheaper to read it again.
    push: (entry, content) => add({ entry, content: isDoorBusy() ? undefined : content, onTaken: undefined }),
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
