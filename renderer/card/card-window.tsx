import { useRef } from 'react'
import type { Card, CardRow } from '../../shared/card.ts'
import { useCardKeys } from './keys/use-card-keys.ts'
import { CallRow } from './rows/call-row.tsx'
import { AwayRow } from './rows/summary/away-row.tsx'
import { MissedRow } from './rows/summary/missed-row.tsx'
import { isAsking, isCompact } from './wording/row-needs.ts'

interface CardWindowProps {
  card: Card
  /** What changed, for the ear. */
  words: string
}

export function CardWindow({ card: { rows }, words }: CardWindowProps) {
  const listRef = useRef<HTMLUListElement>(null)
  useCardKeys(listRef)

  return (
    <main className="card">
      <h1 className="hidden">Caller card</h1>
      <ul ref={listRef}>
        {rows.map((row) => drawn(row, { isCompact: isCompact(rows), isAsking: isAsking(row, rows) }))}
      </ul>
      <output className="hidden">{words}</output>
    </main>
  )
}

function drawn(row: CardRow, place: { isCompact: boolean; isAsking: boolean }) {
  switch (row.kind) {
    case 'call':
      return <CallRow key={row.id} row={row} {...place} />
    case 'missed':
      return <MissedRow key="missed" row={row} />
    case 'away':
      return <AwayRow key="away" row={row} />
  }
}
