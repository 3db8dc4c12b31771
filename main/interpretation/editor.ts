import type { Call } from '../../shared/call.ts'
import { toEpochMs, toInstant } from '../../shared/time.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import type { CallRecord } from '../calls/book/pages.ts'
import type { EditChange, EditEntry } from '../journal/entry.ts'

/** Journals an edit, then applies it. Null where the call is gone. */
export type EditCall = (callId: string, change: EditChange) => Promise<Call | null>

export interface EditorOptions {
  callBook: CallBook
  desk: string
  now(): number
  /** Resolves when the entry is journaled and taken. */
  keep(entry: EditEntry): Promise<void>
}

export function createEditor({ callBook, desk, now, keep }: EditorOptions): EditCall {
  return async (callId, change) => {
    const record = await callBook.record(callId)
    if (record === null) return null
    // Later than what it replaces, even where our clock was set back.
    const replaced = replacedEdit(record, change)
    const atMs = Math.max(now(), replaced === undefined ? 0 : toEpochMs(replaced.at) + 1)
    await keep({ kind: 'edit', callId, at: toInstant(atMs), desk, ...change })
    const after = await callBook.record(callId)
    return after && callBook.callOf(after)
  }
}

function replacedEdit({ edits }: CallRecord, change: EditChange) {
  if (change.field !== 'tag') return edits[change.field]
  return edits.tags?.find(({ tag }) => tag === change.tag)
}
