import { memo } from 'react'
import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { SpotLine } from '../blind-spots/spot-line.tsx'
import type { SpotLine as Line } from '../blind-spots/spot-lines.ts'
import type { SpotsAbove } from '../blind-spots/use-spots.ts'
import { CallRow } from '../row/call-row.tsx'
import { isUnseenMissed } from '../row/row-wording.ts'
import { useParts } from '../state/parts.ts'
import { DayHeading } from './day-heading.tsx'

interface ListSlotProps {
  index: number
  /** Undefined while it is on its way. */
  row: HistoryRow | undefined
  /** Pixels from the top of the list. */
  start: number
  /** -1 while nobody knows how many there are. */
  setSize: number
  hasHeading: boolean
  /** When calls could not be heard before this one's successor. */
  spots: SpotsAbove | undefined
  isSelected: boolean
  now: number
  onOpen(index: number): void
}

/** A place in the list: its row, and the day above it where one begins. */
export const ListSlot = memo(function ListSlot(props: ListSlotProps) {
  const { index, row, start, setSize, hasHeading, spots, isSelected, now, onOpen } = props
  const { clock } = useParts()
  const day = row === undefined ? '' : clock.day(row.startedAt, now)
  return (
    <div className="slot" role="presentation" style={{ transform: `translateY(${start}px)` }}>
      <SpotLines lines={spots?.before} />
      {hasHeading && <DayHeading text={day} />}
      <SpotLines lines={spots?.after} />
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list box hears the keys */}
      <div
        id={rowElementId(index)}
        className={row !== undefined && isUnseenMissed(row) ? 'row row-unseen' : 'row'}
        role="option"
        aria-selected={isSelected}
        aria-posinset={index + 1}
        aria-setsize={setSize}
        aria-description={spots === undefined ? undefined : spokenSpots(spots)}
        onClick={() => onOpen(index)}
      >
        {row === undefined ? (
          <div className="row-pending">
            <span className="hidden">Loading</span>
          </div>
        ) : (
          <CallRow row={row} day={day} time={clock.time(row.startedAt)} />
        )}
      </div>
    </div>
  )
})

function SpotLines({ lines = [] }: { lines: readonly Line[] | undefined }) {
  return lines.map((line) => <SpotLine key={line.text} {...line} />)
}

function spokenSpots({ before, after }: SpotsAbove): string {
  return `After this call: ${[...before, ...after].map(({ text }) => text).join('. ')}`
}

export function rowElementId(index: number): string {
  return `call-${index}`
}
