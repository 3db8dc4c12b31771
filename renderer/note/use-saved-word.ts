import { useEffect, useState } from 'react'
import { secondMs } from '../../shared/time.ts'
import type { NoteDraft } from './note-drafts.ts'

/** Long enough to be read: who types on in short pauses would see it flicker otherwise. */
const shownMs = 2 * secondMs

/** Whether *Saved* stands at the note of this call. */
export function useSavedWord(id: string, draft: NoteDraft | null): boolean {
  const isSaved = draft?.state === 'saved'
  const [shownFor, setShownFor] = useState<string | null>(null)

  useEffect(() => {
    if (isSaved) setShownFor(id)
  }, [id, isSaved])
  useEffect(() => {
    if (shownFor === null || isSaved) return
    const timer = setTimeout(() => setShownFor(null), shownMs)
    return () => clearTimeout(timer)
  }, [shownFor, isSaved])

  return isSaved || shownFor === id
}
