import type { RowsView } from './rows-view.ts'
import { indexOf, rowAt } from './window-range.ts'

/**
 * The chosen call. Its place is not known while it is in no window held; its id is not known while a row was
 * chosen by its place (End, Page Down) and has not arrived.
 */
export interface Selection {
  id: string | null
  index: number | null
}

export const nothingSelected: Selection = { id: null, index: null }

/** Fills in what the rows held can tell: a call is followed when rows above it come or go. */
export function settled(
  selection: Selection,
  { windows, total }: Pick<RowsView, 'windows' | 'total'>,
): Selection {
  const { id, index } = selection
  if (id === null) {
    if (index === null) return selection
    const place = Math.min(index, total - 1)
    const row = rowAt(windows, place)
    return row === undefined ? selection : { id: row.id, index: place }
  }
  const found = indexOf(windows, id, index)
  return found === null || found === index ? selection : { id, index: found }
}

type Move = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last'

/** The place that a key leads to; null where there are no rows. */
export function movedTo(
  move: Move,
  { index, total, pageRows }: { index: number | null; total: number; pageRows: number },
): number | null {
  if (total === 0) return null
  const last = total - 1
  const within = (place: number) => Math.min(Math.max(place, 0), last)
  switch (move) {
    case 'first':
      return 0
    case 'last':
      return last
    case 'up':
      return index === null ? 0 : within(index - 1)
    case 'down':
      return index === null ? 0 : within(index + 1)
    case 'pageUp':
      return within((index ?? 0) - pageRows)
    case 'pageDown':
      return within((index ?? 0) + pageRows)
  }
}

export function moveOfKey(key: string): Move | null {
  return moves.get(key) ?? null
}

const moves = new Map<string, Move>([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['PageUp', 'pageUp'],
  ['PageDown', 'pageDown'],
  ['Home', 'first'],
  ['End', 'last'],
])
