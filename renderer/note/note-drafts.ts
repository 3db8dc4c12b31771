import { failureReason } from '../wording/failure-reason.ts'

export const noteMaxLength = 4_000
export const noteSaveDelayMs = 400

/** What was typed and is not yet known to be in the call itself. */
export interface NoteDraft {
  text: string
  state: 'typed' | 'saving' | 'saved' | 'failed'
  reason: string | null
  /** Saved, and the call itself has said the same since. */
  isConfirmed?: boolean
}

export interface NoteDrafts {
  of(id: string): NoteDraft | null
  subscribe(listener: () => void): () => void
  type(id: string, text: string): void
  /** Saves now what waits: on blur, on another call, on close. */
  flush(): void
  /** The call says this now. A saved draft that it has outrun goes. */
  arrived(id: string, note: string): void
  /** These calls are in view. Saved drafts of others go. */
  keepOnly(ids: string[]): void
}

interface Deps {
  save(id: string, note: string): Promise<unknown>
  /** Runs it after the delay; returns what takes it back. */
  after(delayMs: number, run: () => void): () => void
}

/** Notes on their way: a text that could not be saved stays here until it can, also when another call is looked at. */
export function createNoteDrafts({ save, after }: Deps): NoteDrafts {
  const listeners = new Set<() => void>()
  const drafts = new Map<string, NoteDraft>()
  let takeBack: (() => void) | null = null

  function put(id: string, draft: NoteDraft | null) {
    if (draft === null) drafts.delete(id)
    else drafts.set(id, draft)
    for (const listener of listeners) listener()
  }

  async function saveNow(id: string, text: string) {
    put(id, { text, state: 'saving', reason: null })
    try {
      await save(id, text)
      if (drafts.get(id)?.text === text) put(id, { text, state: 'saved', reason: null })
    } catch (error) {
      if (drafts.get(id)?.text === text) put(id, { text, state: 'failed', reason: failureReason(error) })
    }
  }

  function flush() {
    takeBack?.()
    takeBack = null
    for (const [id, draft] of drafts)
      if (draft.state === 'typed' || draft.state === 'failed') void saveNow(id, draft.text)
  }

  return {
    of: (id) => drafts.get(id) ?? null,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type(id, text) {
      takeBack?.()
      put(id, { text: text.slice(0, noteMaxLength), state: 'typed', reason: null })
      takeBack = after(noteSaveDelayMs, flush)
    },
    flush,
    arrived(id, note) {
      const draft = drafts.get(id)
      if (draft?.state !== 'saved') return
      if (draft.text === note) draft.isConfirmed = true
      // The call said the same before and says something else now: another desk's note is newer.
      else if (draft.isConfirmed) put(id, null)
    },
    keepOnly(ids) {
      for (const [id, draft] of drafts) if (draft.state === 'saved' && !ids.includes(id)) put(id, null)
    },
  }
}
