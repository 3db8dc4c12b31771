import type { Instant } from '../../../shared/call.ts'
import type { DeafCause } from '../../../shared/hearing.ts'
import { minuteMs, secondMs, toEpochMs, toInstant } from '../../../shared/time.ts'
import { describeError } from '../../errors.ts'
import type { DeafMark } from '../../journal/entry.ts'
import type { Log } from '../../log.ts'
import type { HeardFile } from '../heard-file.ts'

/** Writes down when we could not hear, so that it is known after a sleep, a crash or a power cut too. */
export interface Ear {
  /** The listener listens. The first time, what lies since the last run was not heard. */
  listening(): void
  deaf(because: DeafCause): void
  /** That cause is over; others may last. */
  over(because: DeafCause): void
  /** Since when we cannot hear; null: we can. It is in no mark yet. */
  deafSinceMs(): number | null
  /** Resolves when what is known is on disk. Before the bookkeeper stops. */
  stop(): Promise<void>
}

export interface EarOptions {
  heard: HeardFile
  /** Resolves when the mark is journaled. */
  keep(mark: DeafMark): Promise<void>
  now(): number
  log: Log
}

const beatMs = minuteMs
/** MyOperator sends again after 30 s: of less than that nothing is missing. */
const shortestMs = 30 * secondMs

/** Beats once a minute while we hear: the last beat before a crash is the last instant that we surely listened. */
export function createEar({ heard, keep, now, log }: EarOptions): Ear {
  const since = new Map<DeafCause, number>()
  /** Not journaled yet, as the disk was full. */
  let waiting: DeafMark[] = []
  let lastMs = now()
  let isOpen = false
  /** A cause that was there before we first listened explains the time from then on. */
  let firstDeafMs: number | null = null
  let isStopped = false
  let working = Promise.resolve()

  function mark(fromMs: number, toMs: number, because: DeafCause) {
    if (toMs - fromMs < shortestMs) return
    waiting.push({ kind: 'mark', mark: 'deaf', from: toInstant(fromMs), to: toInstant(toMs), because })
  }

  /** What waits goes first: a beat says that the journal holds everything before it. */
  async function write(listenedAt: Instant | null): Promise<void> {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      await keep(next)
      waiting = waiting.slice(1)
    }
    if (listenedAt !== null) await heard.change({ listenedAt })
  }

  function writeNext(): Promise<void> {
    const isAccounted = isOpen && (since.size === 0 || isStopped)
    const listenedAt = isAccounted ? toInstant(now()) : null
    working = working
      .then(() => write(listenedAt))
      .catch((error) => {
        // The next beat tries again. Storage trouble is told by the journal.
        log.warn('ear.not-written', `When we could hear was not written down (${describeError(error)})`)
      })
    return working
  }

  /** Timers sleep with the machine: a beat that comes late tells of a sleep that no event told of. */
  function beat() {
    const nowMs = now()
    if (isOpen && nowMs - lastMs >= 2 * beatMs) mark(lastMs, nowMs, 'asleep')
    lastMs = nowMs
    void writeNext()
  }

  function open() {
    isOpen = true
    lastMs = now()
    const { listenedAt } = heard.current()
    if (listenedAt !== null) mark(toEpochMs(listenedAt), firstDeafMs ?? lastMs, 'app-not-running')
  }

  function over(because: DeafCause) {
    const fromMs = since.get(because)
    since.delete(because)
    // Where nothing was ever heard, nothing is missing.
    if (fromMs !== undefined && (isOpen || heard.current().listenedAt !== null)) {
      mark(fromMs, now(), because)
    }
  }

  const timer = setInterval(beat, beatMs)
  timer.unref()

  return {
    listening() {
      if (!isOpen) open()
      over('listener-failed')
      void writeNext()
    },
    deaf(because) {
      if (since.has(because)) return
      since.set(because, now())
      if (!isOpen) firstDeafMs ??= now()
    },
    over(because) {
      // Every call that comes in says so: a write of its own for each would hold up all others.
      if (!since.has(because)) return
      over(because)
      void writeNext()
    },
    deafSinceMs: () => (since.size === 0 ? null : Math.min(...since.values())),
    stop() {
      clearInterval(timer)
      isStopped = true
      if (isOpen) for (const [because, fromMs] of since) mark(fromMs, now(), because)
      return writeNext()
    },
  }
}
