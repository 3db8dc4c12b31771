import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Settings } from '../../shared/settings.ts'
import { toEpochMs } from '../../shared/time.ts'
import type { CallBook, Changed } from '../calls/book/call-book.ts'
import { toDelivery } from '../journal/delivery-entry.ts'
import type { DeliveryEntry, JournalEntry } from '../journal/entry.ts'
import type { Log } from '../log.ts'
import { type Content, type Delivery, readContent } from '../myoperator/delivery.ts'
import { factKey, interpret, type Reading } from '../myoperator/interpret.ts'
import { sliceMs } from './slices.ts'
import { pretendCallLivesMs } from './upkeep.ts'

/** Takes journal entries into the call book, one after the other. A fault loses nothing: the entry stays. */
export interface Interpretation {
  /** Resolves when the entry has been taken. `content` spares reading it again. */
  take(entry: JournalEntry, content?: Content): Promise<Changed | null>
  /** Runs waiting entries behind the replies. */
  push(entry: JournalEntry, content?: Content): void
  /** Until `open`, pushed entries wait. */
  open(): void
  /** Lets what is pushed wait until the job is done. */
  exclusively<T>(job: () => Promise<T>): Promise<T>
  /** Resolves when nothing waits. */
  drained(): Promise<void>
}

export interface InterpretationOptions {
  callBook: CallBook
  settings(): Pick<Settings, 'country' | 'queryFields'>
  now(): number
  log: Log
  /** Requests are being answered one on top of the other: interpretation gives way. */
  isDoorBusy(): boolean
  /** After each pushed entry that changed a call or repeated what was known. */
  onTaken(entry: JournalEntry, changed: Changed | null): void
}

interface Waiting {
  entry: JournalEntry
  content: Content | undefined
}

/** How long a busy door is left alone between two slices, unless too many entries wait. */
const restMs = 100
const mostWaiting = 20_000

export function createInterpretation(options: InterpretationOptions): Interpretation {
  const { callBook, settings, now, log, isDoorBusy, onTaken } = options
  let waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let isOpen = false

  async function takeDelivery(
    entry: DeliveryEntry & { seq: number },
    known?: Content,
  ): Promise<Changed | null> {
    if (entry.unreadable !== undefined || isOldPretend(entry, now())) return null
    const delivery = toDelivery(entry)
    const content = known ?? readContent(delivery)
    const reading = interpret(delivery, content, settings())
    return 'told' in reading ? callBook.take(reading.told, placeOf(delivery, reading)) : null
  }

  async function take(entry: JournalEntry, content?: Content): Promise<Changed | null> {
    try {
      switch (entry.kind) {
        case 'delivery':
          return await takeDelivery(entry, content)
        case 'edit':
          return await callBook.edit(entry)
        case 'mark':
          return await callBook.close(entry)
      }
    } catch (error) {
      log.warn('interpretation.fault', `Entry ${entry.seq} could not be taken; it is kept`, error)
      return null
    }
  }

  async function run(): Promise<void> {
    let sliceEndsMs = performance.now() + sliceMs
    for (let next = 0; next < waiting.length; next++) {
      if (!isOpen) {
        waiting = waiting.slice(next)
        running = null
        return
      }
      const { entry, content } = waiting[next] as Waiting
      onTaken(entry, await take(entry, content))
      if (performance.now() < sliceEndsMs) continue
      waiting = waiting.slice(next + 1)
      next = -1
      await (isDoorBusy() && waiting.length < mostWaiting ? wait(restMs) : nextTurn())
      sliceEndsMs = performance.now() + sliceMs
    }
    waiting = []
    running = null
  }

  function start() {
    if (isOpen && running === null && waiting.length > 0) running = nextTurn().then(run)
  }

  return {
    take,
    push(entry, content) {
      waiting.push({ entry, content })
      start()
    },
    open() {
      isOpen = true
      start()
    },
    async exclusively(job) {
      isOpen = false
      while (running !== null) await running
      try {
        return await job()
      } finally {
        isOpen = true
        start()
      }
    },
    async drained() {
      while (running !== null) await running
    },
  }
}

/** Where a delivery stands and what makes another its repeat. */
export function placeOf(delivery: Delivery, reading: Extract<Reading, { told: unknown }>) {
  const { id: deliveryId, seq, receivedAt } = delivery
  return { ...factKey(delivery, reading.told), seq, deliveryId, receivedAt }
}

export function isOldPretend(entry: DeliveryEntry, nowMs: number): boolean {
  return entry.pretend === true && nowMs - toEpochMs(entry.receivedAt) > pretendCallLivesMs
}
