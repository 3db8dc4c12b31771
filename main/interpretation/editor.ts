import type { Call } from '../../shared/call.ts'
import { toEpochMs, toInstant } from '../../shared/time.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import type { CallRecord } from '../calls/call-record.ts'
import type { EditChange, EditEntry } from '../journal/entry.ts'

/** An edit, or what decides on one when its turn has come: null changes nothing. */
export type EditRequest = EditChange | ((record: CallRecord) => EditChange | null)

/** Journals an edit, then applies it. Null where the call is gone. */
export type EditCall = (callId: string, request: EditRequest) => Promise<Call | null>

export interface EditorOptions {
  callBook: CallBook
  desk: string
  now(): number
  /** Resolves when the entry is journaled and taken. */
  keep(entry: EditEntry): Promise<void>
}

/** One edit after the other: each sees what the one before it left. */
export function createEditor({ callBook, desk, now, keep }: EditorOptions): EditCall {
  let editing: Promise<unknown> = Promise.resolve()

  async function edit(callId: string, request: EditRequest): Promise<Call | null> {
    const record = await callBook.record(callId)
    const change = record !== null && typeof request === 'function' ? request(record) : request
    if (record !== null && change !== null && typeof change !== 'function') {
      // Later than what it replaces, even where our clock was set back.
      const replaced = replacedEdit(record, change)
      const atMs = Math.max(now(), replaced === undefined ? 0 : toEpochMs(replaced.at) + 1)
      await keep({ kind: 'edit', callId, at: toInstant(atMs), desk, ...change })
    }
    const after = await callBook.record(callId)
    return after && callBook.callOf(after)
  }

  return (callId, request) => {
    const edited = editing.then(() => edit(callId, request))
    editing = edited.catch(() => {
      // Told to whoever asked for it; the next edit does not depend on it.
    })
    return edited
  }
}

function replacedEdit({ edits }: CallRecord, change: EditChange) {
  if (change.field !== 'tag') return edits[change.field]
  return edits.tags?.find(({ tag }) => tag === change.tag)
}
