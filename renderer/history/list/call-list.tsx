import { useSpots } from '../blind-spots/use-spots.ts'
import type { RowsView } from '../rows/rows-view.ts'
import { movedTo, moveOfKey, type Selection } from '../rows/selection.ts'
import { rowAt } from '../rows/window-range.ts'
import { useParts } from '../state/parts.ts'
import { DayHeading } from './day-heading.tsx'
import { ListSlot, rowElementId } from './list-slot.tsx'
import { useListScroll } from './use-list-scroll.ts'

interface CallListProps {
  view: RowsView
  selection: Selection
  /** Changes when the selected row is to be brought into view. */
  reveal: number
  now: number
  onMove(index: number): void
  /** Stays the same function, or every row is drawn anew. */
  onOpen(index: number): void
  /** Enter, Escape, letters: what the list does not mean for itself. */
  onOtherKey(event: React.KeyboardEvent): void
  listRef: React.RefObject<HTMLDivElement | null>
}

/** The rows as one list box with one tab stop; only those near the viewport exist. */
export function CallList({
  view,
  selection,
  reveal,
  now,
  onMove,
  onOpen,
  onOtherKey,
  listRef,
}: CallListProps) {
  const { clock } = useParts()
  const spots = useSpots(view)
  const { virtualizer, count, firstIndex, isScrolled } = useListScroll({
    view,
    spots,
    selection,
    reveal,
    listRef,
  })
  const firstRow = firstIndex === null ? undefined : rowAt(view.windows, firstIndex)
  const items = virtualizer.getVirtualItems()
  const active = items.find((item) => item.index === selection.index)

  function onKeyDown(event: React.KeyboardEvent) {
    const move = event.ctrlKey || event.metaKey || event.altKey ? null : moveOfKey(event.key)
    if (move === null) return onOtherKey(event)
    event.preventDefault()
    const pageRows = Math.max(Math.floor((listRef.current?.clientHeight ?? 0) / rowHeight) - 1, 1)
    const index = movedTo(move, { index: selection.index, total: count, pageRows })
    if (index !== null) onMove(index)
  }

  return (
    <div className="list">
      {isScrolled && firstRow !== undefined && (
        <DayHeading className="day-now" text={clock.day(firstRow.startedAt, now)} />
      )}
      <div
        className="list-scroller"
        ref={listRef}
        role="listbox"
        tabIndex={0}
        aria-label="Calls, newest first"
        aria-busy={view.waiting}
        aria-activedescendant={active === undefined ? undefined : rowElementId(active.index)}
        onKeyDown={onKeyDown}
      >
        <div className="list-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => (
            <ListSlot
              key={index}
              index={index}
              row={rowAt(view.windows, index)}
              start={start}
              setSize={view.complete ? view.total : -1}
              hasHeading={view.headings.has(index)}
              spots={spots.get(index)}
              isSelected={selection.index === index}
              now={now}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

const rowHeight = 52
