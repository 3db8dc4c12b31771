import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { CallCardRow } from '../../../shared/card.ts'
import { whoText } from '../../wording/who.ts'
import { Ask } from '../actions/ask.tsx'
import { CallActions } from '../actions/call-actions.tsx'
import { IconButton } from '../actions/icon-button.tsx'
import { MoreActions } from '../actions/more-actions.tsx'
import { useCardParts } from '../card-parts.ts'
import { hasButtonsInSight, hasOwnNote } from '../wording/row-needs.ts'
import { CallNote } from './call-note.tsx'
import { CompactHead } from './compact-head.tsx'
import { FullHead } from './full-head.tsx'
import { StoryLines } from './story-lines.tsx'

interface CallRowProps {
  row: CallCardRow
  isCompact: boolean
  /** This row is the one that asks whose call it is. */
  isAsking: boolean
}

/** Its parts keep their places in every state: a note that is being typed is never drawn anew. */
export function CallRow({ row, isCompact, isAsking }: CallRowProps) {
  const { act } = useCardParts()
  const [isNoteOpen, setIsNoteOpen] = useState(false)
  const [isMoreOpen, setIsMoreOpen] = useState(false)
  const noteRef = useRef<HTMLTextAreaElement>(null)
  const moreId = useId()
  const isUrgent = hasButtonsInSight(row)
  const isInSight = isUrgent && !isCompact && !isAsking

  function openNote() {
    flushSync(() => setIsNoteOpen(true))
    noteRef.current?.focus()
    act({ do: 'type', id: row.id, isTyping: true })
  }

  const actions = <CallActions row={row} onNote={openNote} />
  const moreButton = (
    <IconButton
      icon="more"
      label={`More for ${whoText(row)}`}
      aria-expanded={isMoreOpen}
      aria-controls={moreId}
      onClick={() => setIsMoreOpen(!isMoreOpen)}
    />
  )

  return (
    <li className="row" data-size={isCompact ? 'compact' : 'full'}>
      {isCompact ? <CompactHead row={row} /> : <FullHead row={row} />}
      {isUrgent && row.story !== null && <StoryLines story={row.story} isCompact={isCompact} />}
      {isAsking && row.ask !== null && <Ask id={row.id} agents={row.ask} />}
      {isInSight && (
        <div className="buttons">
          {actions}
          <span className="buttons-end">{moreButton}</span>
        </div>
      )}
      {(isNoteOpen || hasOwnNote(row)) && (
        <CallNote row={row} inputRef={noteRef} onEnter={() => setIsNoteOpen(true)} />
      )}
      <div className="row-corner">
        {!isInSight && moreButton}
        <IconButton
          icon="dismiss"
          label={`Dismiss ${whoText(row)}`}
          onClick={() => act({ do: 'dismiss', row: row.id })}
        />
      </div>
      <div className="buttons" id={moreId} hidden={!isMoreOpen}>
        {isMoreOpen && (
          <>
            {!isInSight && actions}
            <MoreActions row={row} />
          </>
        )}
      </div>
    </li>
  )
}
