import { memo } from 'react'
import type { HistoryRow } from '../../../shared/ipc-contract.ts'
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
  isSelected: boolean
  now: number
  onOpen(index: number): void
}

/** A place in the list: its row, and the day above it where one begins. */
export const ListSlot = memo(function ListSlot(props: ListSlotProps) {
  const { index, row, start, setSize, hasHeading, isSelected, now, onOpen } = props
  const { clock } = useParts()
  const day = row === undefined ? '' : clock.day(row.startedAt, now)
  return (
    <div className="slot" role="presentation" style={{ transform: `translateY(${start}px)` }}>
      {hasHeading && <DayHeading text={day} />}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus and names its active option */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list box hears the keys */}
      <div
        id={rowElementId(index)}
        className={row !== undefined && isUnseenMissed(row) ? 'row row-unseen' : 'row'}
        role="option"
        aria-selected={isSelected}
        aria-posinset={index + 1}
        aria-setsize={setSize}
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

export function rowElementId(index: number): string {
  return `call-${index}`
}
