import type { CallCardRow } from '../../../shared/card.ts'
import { useCardParts } from '../card-parts.ts'
import { canCopy } from '../wording/row-needs.ts'

/** What is seldom wanted; to dismiss the row there is the × above. */
export function MoreActions({ row }: { row: CallCardRow }) {
  const { act } = useCardParts()
  return (
    <>
      <button type="button" className="button" onClick={() => act({ do: 'open', id: row.id })}>
        Open in history
      </button>
      {canCopy(row) && (
        <button type="button" className="button" onClick={() => act({ do: 'ignore', id: row.id })}>
          Ignore this number
        </button>
      )}
    </>
  )
}
