import { useEffect, useId, useSyncExternalStore } from 'react'
import { noteMaxLength } from '../../state/note-drafts.ts'
import { useParts } from '../../state/parts.ts'

interface NoteBoxProps {
  id: string
  note: string
  noteRef: React.RefObject<HTMLTextAreaElement | null>
}

/** Saved as it is typed. */
export function NoteBox({ id, note, noteRef }: NoteBoxProps) {
  const { notes } = useParts()
  const inputId = useId()
  const draft = useSyncExternalStore(notes.subscribe, () => notes.of(id))
  const text = draft?.text ?? note
  const left = noteMaxLength - text.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: the call may say it before the save is answered
  useEffect(() => notes.arrived(id, note), [notes, id, note, draft?.state])
  // biome-ignore lint/correctness/useExhaustiveDependencies: leaving one call for another saves the first
  useEffect(() => notes.flush, [notes, id])

  return (
    <div className="note">
      <label className="note-label" htmlFor={inputId}>
        Note
      </label>
      <textarea
        className="note-input"
        id={inputId}
        ref={noteRef}
        dir="auto"
        rows={2}
        maxLength={noteMaxLength}
        placeholder="What was it about?"
        value={text}
        onChange={(event) => notes.type(id, event.target.value)}
        onBlur={notes.flush}
      />
      <output className="note-state">
        {draft?.state === 'failed' ? (
          <span className="tone-ringing">
            Not saved: {draft.reason}. The text stays here and is tried again when you leave the box.
          </span>
        ) : (
          <>
            {draft?.state === 'saved' && 'Saved'}
            {left <= 400 && <span className="figures"> {left} characters left</span>}
          </>
        )}
      </output>
    </div>
  )
}
