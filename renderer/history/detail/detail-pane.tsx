import { useEffect, useRef } from 'react'
import type { ShownCall } from '../state/shown-call.ts'
import { NoCall } from './no-call.tsx'
import { Evidence } from './sections/evidence.tsx'
import { Facts } from './sections/facts.tsx'
import { NoteBox } from './sections/note-box.tsx'
import { OutcomeLine } from './sections/outcome-line.tsx'
import { Timeline } from './sections/timeline.tsx'
import { Who } from './sections/who.tsx'
import { useMarkSeen } from './use-mark-seen.ts'

interface DetailPaneProps {
  shown: ShownCall
  isVisible: boolean
  now: number
  /** Changes when the note is to get the focus. */
  noteFocus: number
  onBack(): void
  onRetry(): void
}

export function DetailPane({ shown, isVisible, now, noteFocus, onBack, onRetry }: DetailPaneProps) {
  const { detail } = shown
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const focused = useRef(0)
  const isCurrent = detail !== null && detail.call.id === shown.id
  useMarkSeen(isCurrent && isVisible ? detail.call : null)

  useEffect(() => {
    // The note of the call before is not the one that was meant: wait for the wanted call.
    if (focused.current === noteFocus || !isCurrent) return
    focused.current = noteFocus
    noteRef.current?.focus()
  }, [noteFocus, isCurrent])

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onBack()
  }

  return (
    <aside className="detail" aria-label="Call" aria-busy={shown.state === 'loading'} onKeyDown={onKeyDown}>
      <div className="detail-back">
        <button type="button" className="button button-quiet" onClick={onBack}>
          <span aria-hidden="true">‹ </span>All calls
        </button>
      </div>
      {detail === null || (shown.state === 'failed' && !isCurrent) ? (
        <NoCall shown={shown} onRetry={onRetry} />
      ) : (
        <div className="detail-body" inert={!isCurrent} key={detail.call.id}>
          {shown.state === 'failed' && (
            <p className="notice" role="alert">
              This call could not be read again: {shown.reason}. What stands here may be old.
            </p>
          )}
          <Who detail={detail} />
          <OutcomeLine detail={detail} now={now} />
          <Timeline detail={detail} />
          <NoteBox id={detail.call.id} note={detail.call.note} noteRef={noteRef} />
          <Facts detail={detail} />
          <Evidence detail={detail} now={now} />
        </div>
      )}
    </aside>
  )
}
