import type { CallCardRow } from '../../../shared/card.ts'
import { NoteField } from '../../note/note-field.tsx'
import { useCardParts } from '../card-parts.ts'

interface CallNoteProps {
  row: CallCardRow
  inputRef: React.RefObject<HTMLTextAreaElement | null>
  /** It has been entered: it stays, whatever becomes of the call. */
  onEnter(): void
}

export function CallNote({ row: { id, note }, inputRef, onEnter }: CallNoteProps) {
  const { notes, act } = useCardParts()

  function onKeyDown(event: React.KeyboardEvent) {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isDone || event.nativeEvent.isComposing) return
    event.preventDefault()
    notes.flush()
    act({ do: 'leave' })
  }

  return (
    <NoteField
      notes={notes}
      id={id}
      note={note}
      rows={1}
      placeholder="Note"
      inputRef={inputRef}
      onKeyDown={onKeyDown}
      onFocus={() => {
        onEnter()
        act({ do: 'type', id, isTyping: true })
      }}
      onBlur={() => act({ do: 'type', id, isTyping: false })}
      // A window without the keyboard is told of no focus.
      onPointerDown={() => {
        if (!document.hasFocus()) act({ do: 'type', id, isTyping: true })
      }}
    />
  )
}
