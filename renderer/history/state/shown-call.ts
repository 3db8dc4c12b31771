import type { CallDetail } from '../../../shared/ipc-contract.ts'
import { failureReason } from '../../wording/failure-reason.ts'

export interface ShownCall {
  /** The call that is wanted. */
  id: string | null
  /** The newest answer; that of the call before until the wanted one has come. */
  detail: CallDetail | null
  state: 'none' | 'loading' | 'ready' | 'gone' | 'failed'
  reason: string | null
}

export interface ShownCallStore {
  view(): ShownCall
  subscribe(listener: () => void): () => void
  show(id: string | null): void
  /** These calls changed; null: any may have. */
  changed(ids: string[] | null): void
  retry(): void
}

interface Deps {
  request(id: string): Promise<CallDetail | null>
  nextFrame(run: () => void): void
}

/** The one call that the detail shows: one request at a time, and only the newest wish counts. */
export function createShownCall({ request, nextFrame }: Deps): ShownCallStore {
  const listeners = new Set<() => void>()
  let view: ShownCall = { id: null, detail: null, state: 'none', reason: null }
  let isUnderWay = false
  let isOutdated = false
  let isFrameAwaited = false

  function change(next: ShownCall) {
    view = next
    for (const listener of listeners) listener()
  }

  async function load() {
    const id = view.id
    if (id === null) return
    isOutdated = true
    if (isUnderWay) return
    isUnderWay = true
    isOutdated = false
    const next = await answerFor(id)
    isUnderWay = false
    if (view.id === id) change(next)
    if (isOutdated) void load()
  }

  async function answerFor(id: string): Promise<ShownCall> {
    try {
      const detail = await request(id)
      return { id, detail, state: detail === null ? 'gone' : 'ready', reason: null }
    } catch (error) {
      return { id, detail: view.detail, state: 'failed', reason: failureReason(error) }
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(id) {
      if (id === view.id) return
      if (id === null) change({ id, detail: null, state: 'none', reason: null })
      else change({ id, detail: view.detail, state: 'loading', reason: null })
      void load()
    },
    changed(ids) {
      if (view.id === null || isFrameAwaited || (ids !== null && !ids.includes(view.id))) return
      isFrameAwaited = true
      nextFrame(() => {
        isFrameAwaited = false
        void load()
      })
    },
    retry() {
      if (view.id === null) return
      change({ ...view, state: 'loading', reason: null })
      void load()
    },
  }
}
