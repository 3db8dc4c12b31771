import { dayMs, hourMs, minuteMs, secondMs, toInstant } from '../../shared/time.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import { newestFact } from '../calls/fact-order.ts'
import type { ClosedMark } from '../journal/entry.ts'

export interface UpkeepOptions {
  callBook: CallBook
  now(): number
  /** Resolves when the mark is journaled and taken. */
  keep(mark: ClosedMark): Promise<void>
  onForgotten(): void
}

const everyMs = minuteMs
/** So long after a start or a sleep, retries of what we did not hear may still be on their way. */
const awakeForMs = 100 * secondMs
const withoutNewsMs = 3 * hourMs
export const pretendCallLivesMs = dayMs

/** What has to happen without anything arriving. Returns the function that ends it. */
export function startUpkeep({ callBook, now, keep, onForgotten }: UpkeepOptions): () => void {
  let awakeSinceMs = now()
  let lastMs = awakeSinceMs

  async function run(): Promise<void> {
    const nowMs = now()
    // The machine slept, or its clock was moved.
    if (nowMs < lastMs || nowMs - lastMs > 2 * everyMs) awakeSinceMs = nowMs
    lastMs = nowMs
    if ((await callBook.forgetPretend(nowMs - pretendCallLivesMs)) > 0) onForgotten()
    if (nowMs - awakeSinceMs >= awakeForMs) await closeCallsWithoutNews(nowMs)
  }

  /** The end of these calls was not sent, or not heard. A mark says so, and news still counts for more. */
  async function closeCallsWithoutNews(nowMs: number): Promise<void> {
    for (const row of callBook.index.live()) {
      if (nowMs - row.heardMs < withoutNewsMs) continue
      const record = await callBook.record(row.id)
      const last = record === null ? null : newestFact(record.facts)
      if (last === null) continue
      await keep({ kind: 'mark', mark: 'closed', callId: row.id, closes: last.key, at: toInstant(nowMs) })
    }
  }

  let running = Promise.resolve()
  function runNext() {
    running = running.then(run).catch(() => {
      // A mark that could not be written is written at a later turn; storage trouble is told by the journal.
    })
  }
  runNext()
  const timer = setInterval(runNext, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
