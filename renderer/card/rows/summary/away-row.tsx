import type { AwayCardRow } from '../../../../shared/card.ts'
import { awayWords } from '../../../../shared/story-words.ts'
import { useCardParts } from '../../card-parts.ts'
import { SummaryRow } from './summary-row.tsx'

export function AwayRow({ row }: { row: AwayCardRow }) {
  const { clock } = useCardParts()
  const { title, body } = awayWords(row, clock)
  return (
    <SummaryRow
      kind="away"
      sign={row.owed > 0 ? { name: 'incoming', tone: 'missed' } : { name: 'begun', tone: 'plain' }}
      dismissLabel="Dismiss the summary"
      canShow={row.owed > 0 || row.mine > 0}
    >
      <p className="figures">
        <strong>{title}</strong>
        <span className="hidden">:</span>
      </p>
      <p className="row-second figures">{body}</p>
    </SummaryRow>
  )
}
