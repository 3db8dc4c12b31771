import { minuteMs } from '../../../shared/time.ts'
import type { Log } from '../../log.ts'

/** Decides when changed pages are written: behind the replies, and never far behind. */
export interface SaveSchedule {
  /** One more journal line is taken but not yet on a page. */
  lineTaken(): void
  /** Writes now, after a write that is under way. Rejects where it fails. */
  saveNow(): Promise<void>
  stop(): void
}

const maxDelayMs = minuteMs
const maxLines = 2_000

/** What a failed save leaves unsaved is in the journal; it is tried again after the next delay. */
export function createSaveSchedule({ save, log }: { save(): Promise<void>; log: Log }): SaveSchedule {
  let lines = 0
  let timer: NodeJS.Timeout | null = null
  let saving = Promise.resolve()
  let isQueued = false

  function saveNow(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    lines = 0
    const result = saving.then(save)
    saving = result.catch(() => {
      // Told to whoever asked for this save; the next one starts afresh.
    })
    return result
  }

  async function saveBehind() {
    if (isQueued) return
    isQueued = true
    try {
      await saveNow()
    } catch (error) {
      log.warn('book.not-saved', 'The call book could not be saved; the journal holds everything', error)
      schedule()
    } finally {
      isQueued = false
    }
  }

  function schedule() {
    timer ??= setTimeout(saveBehind, maxDelayMs)
    timer.unref()
  }

  return {
    lineTaken() {
      lines++
      if (lines >= maxLines) void saveBehind()
      else schedule()
    },
    saveNow,
    stop() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
