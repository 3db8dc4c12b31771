import { failureReason } from '../../wording/failure-reason.ts'

export interface Reading<T> {
  state: 'loading' | 'ready' | 'failed'
  /** The newest answer; it stays while it is asked for again. */
  answer: T | null
  reason: string | null
}

interface ReadingStore<T> {
  view(): Reading<T>
  subscribe(listener: () => void): () => void
  /** Asks (again); resolves once the answer is as new as this wish, or could not be had. */
  read(): Promise<void>
}

/** One thing that is asked for again whenever it may have changed: one request at a time. */
export function createReading<T>(request: () => Promise<T>): ReadingStore<T> {
  const listeners = new Set<() => void>()
  let view: Reading<T> = { state: 'loading', answer: null, reason: null }
  let underWay: Promise<void> | null = null
  let isOutdated = false

  function change(next: Reading<T>) {
    view = next
    for (const listener of listeners) listener()
  }

  async function readUntilCurrent() {
    while (isOutdated) {
      isOutdated = false
      const next = await answered()
      if (!isOutdated) change(next)
    }
    underWay = null
  }

  async function answered(): Promise<Reading<T>> {
    try {
      return { state: 'ready', answer: await request(), reason: null }
    } catch (error) {
      return { state: 'failed', answer: view.answer, reason: failureReason(error) }
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read() {
      isOutdated = true
      if (view.state !== 'loading') change({ ...view, state: 'loading' })
      underWay ??= readUntilCurrent()
      return underWay
    },
  }
}
