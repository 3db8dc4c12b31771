import type { ArrivedDelivery } from '../../../shared/kept-delivery.ts'
import { failureReason } from '../../wording/failure-reason.ts'
import { createReading, type Reading } from './reading.ts'

export type ReadAgain =
  | { state: 'idle' }
  | { state: 'busy' }
  /** `understood` is null where nobody can tell. */
  | { state: 'done'; deliveries: number; understood: number | null }
  | { state: 'failed'; reason: string }

export interface NotUnderstood {
  reading: Reading<ArrivedDelivery[]>
  again: ReadAgain
}

export interface NotUnderstoodStore {
  view(): NotUnderstood
  subscribe(listener: () => void): () => void
  /** The status told this count. What is open is read again when it is another. */
  counted(count: number): void
  open(): void
  close(): void
  retry(): void
  interpretAgain(): Promise<void>
}

interface Deps {
  request(): Promise<ArrivedDelivery[]>
  interpretAgain(): Promise<{ deliveries: number }>
  /** Any call may have changed. */
  onReadAgain(): void
}

/** The list holds the newest; only the status knows of more. */
export const mostListed = 100

/** Deliveries that gave no call, while somebody looks at them, and the attempt to understand them now. */
export function createNotUnderstood({ request, interpretAgain, onReadAgain }: Deps): NotUnderstoodStore {
  const listeners = new Set<() => void>()
  const deliveries = createReading(request)
  let view: NotUnderstood = { reading: deliveries.view(), again: { state: 'idle' } }
  let told = 0
  let isOpen = false

  function change(next: Partial<NotUnderstood>) {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }
  deliveries.subscribe(() => change({ reading: deliveries.view() }))

  function count(): number | null {
    const { state, answer } = deliveries.view()
    if (state !== 'ready' || answer === null) return null
    return answer.length < mostListed ? answer.length : Math.max(told, mostListed)
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    counted(newCount) {
      if (newCount === told) return
      told = newCount
      if (isOpen) void deliveries.read()
    },
    open() {
      isOpen = true
      if (view.again.state !== 'busy') change({ again: { state: 'idle' } })
      void deliveries.read()
    },
    close() {
      isOpen = false
    },
    retry: () => void deliveries.read(),
    async interpretAgain() {
      if (view.again.state === 'busy') return
      const before = count()
      change({ again: { state: 'busy' } })
      try {
        const read = await interpretAgain()
        onReadAgain()
        await deliveries.read()
        change({ again: { state: 'done', deliveries: read.deliveries, understood: fewer(before, count()) } })
      } catch (error) {
        change({ again: { state: 'failed', reason: failureReason(error) } })
      }
    },
  }
}

/** More than before came meanwhile: then none is known to be understood. */
function fewer(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : Math.max(before - after, 0)
}
