import type { CallCardRow } from '../../../shared/card.ts'
import { whoText } from '../../wording/who.ts'
import { useCardParts } from '../card-parts.ts'
import { canCopy, hasOwnNote } from '../wording/row-needs.ts'
import { CopyNumber } from './copy-number.tsx'

interface CallActionsProps {
  row: CallCardRow
  onNote(): void
}

/** What one does with a call that rings or was missed. */
export function CallActions({ row, onNote }: CallActionsProps) {
  const { act } = useCardParts()
  const who = whoText(row)
  return (
    <>
      {row.hasWhatsApp && (
        <button
          type="button"
          className="button"
          aria-label={`WhatsApp to ${who}`}
          onClick={() => act({ do: 'whatsapp', id: row.id })}
        >
          WhatsApp
        </button>
      )}
      {canCopy(row) && <CopyNumber id={row.id} who={who} />}
      {!hasOwnNote(row) && (
        <button type="button" className="button" aria-label={`Note on the call of ${who}`} onClick={onNote}>
          Note
        </button>
      )}
    </>
  )
}
