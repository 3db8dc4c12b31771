import { useEffect, useId, useSyncExternalStore } from 'react'
import { type NoteDrafts, noteMaxLength } from './note-drafts.ts'
import { useSavedWord } from './use-saved-word.ts'

interface NoteFieldProps
  extends Pick<
    React.ComponentProps<'textarea'>,
    'rows' | 'onFocus' | 'onBlur' | 'onKeyDown' | 'onPointerDown'
  > {
  notes: NoteDrafts
  id: string
  /** What the call says. */
  note: string
  placeholder: string
  inputRef: React.RefObject<HTMLTextAreaElement | null>
}

/** The one note of a call, saved as it is typed. */
export function NoteField({ notes, id, note, placeholder, inputRef, onBlur, ...input }: NoteFieldProps) {
  const inputId = useId()
  const draft = useSyncExternalStore(notes.subscribe, () => notes.of(id))
  const isSavedShown = useSavedWord(id, draft)
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
        {...input}
        className="note-input"
        id={inputId}
        ref={inputRef}
        dir="auto"
        maxLength={noteMaxLength}
        placeholder={placeholder}
        value={text}
        onChange={(event) => notes.type(id, event.target.value)}
        onBlur={(event) => {
          notes.flush()
          onBlur?.(event)
        }}
      />
      <output className="note-state">
        {draft?.state === 'failed' ? (
          <span className="tone-ringing">
            Not saved: {draft.reason}. The text stays here and is tried again when you leave the box.
          </span>
        ) : (
          <>
            {isSavedShown && 'Saved'}
            {left <= 400 && <span className="figures"> {left} characters left</span>}
          </>
        )}
      </output>
    </div>
  )
}
