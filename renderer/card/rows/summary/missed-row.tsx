import type { MissedCardRow } from '../../../../shared/card.ts'
import { useCardParts } from '../../card-parts.ts'
import { SummaryRow } from './summary-row.tsx'

export function MissedRow({ row: { count, oldestAt } }: { row: MissedCardRow }) {
  const { clock } = useCardParts()
  const moment = clock.moment(oldestAt)
  return (
    <SummaryRow
      kind="missed"
      sign={{ name: 'incoming', tone: 'missed' }}
      dismissLabel="Dismiss the missed calls"
      canShow
    >
      <p className="figures">
        <strong>{count} missed</strong>
        <span className="muted"> · {count === 1 ? moment : `oldest ${moment}`}</span>
      </p>
    </SummaryRow>
  )
}
