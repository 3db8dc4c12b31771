import { useEffect } from 'react'
import { NoteField } from '../../../note/note-field.tsx'
import { useParts } from '../../state/parts.ts'

interface NoteBoxProps {
  id: string
  note: string
  noteRef: React.RefObject<HTMLTextAreaElement | null>
}

export function NoteBox({ id, note, noteRef }: NoteBoxProps) {
  const { notes } = useParts()
  useEffect(() => notes.keepOnly([id]), [notes, id])

  return (
    <NoteField
      notes={notes}
      id={id}
      note={note}
      rows={2}
      placeholder="What was it about?"
      inputRef={noteRef}
    />
  )
}
