import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { toEpochMs } from '../../../shared/time.ts'
import { windowRows } from '../rows/window-range.ts'
import type { ShownSpot, ShownTimes } from './blind-spots-store.ts'

type PlacedSpots = ReadonlyMap<number, readonly ShownSpot[]>

/** The times that the rows held lie in; null while there is none. */
export function timesOf(windows: ReadonlyMap<number, HistoryRow[]>): ShownTimes | null {
  const rows = [...windows.values()].flat()
  const starts = rows.map(({ startedAt }) => startedAt).filter((at) => !Number.isNaN(toEpochMs(at)))
  if (starts.length === 0) return null
  const from = starts.reduce((oldest, at) => (at < oldest ? at : oldest))
  const to = starts.reduce((newest, at) => (at > newest ? at : newest))
  return { from, to: windows.has(0) ? null : to }
}

/**
 * Each spot above the newest row that began before its end; newest first, as the rows are. Where the row above is not
 * held nobody knows whether the spot lies between the two: there it is left out until it is.
 */
export function placeSpots(
  spots: readonly ShownSpot[],
  windows: ReadonlyMap<number, HistoryRow[]>,
): PlacedSpots {
  const placed = new Map<number, ShownSpot[]>()
  const waiting = [...spots]
  for (const number of [...windows.keys()].sort((one, other) => one - other)) {
    const rows = windows.get(number) ?? []
    for (const [offset, row] of rows.entries()) {
      const isAboveKnown = offset > 0 || number === 0 || windows.has(number - 1)
      const above = takeAfter(waiting, row.startedAt)
      if (isAboveKnown && above.length > 0) placed.set(number * windowRows + offset, above)
    }
  }
  return placed
}

/** Takes off the end what ended after that instant. */
function takeAfter(spots: ShownSpot[], instant: string): ShownSpot[] {
  const taken: ShownSpot[] = []
  for (let last = spots.at(-1); last !== undefined && last.to > instant; last = spots.at(-1)) {
    taken.push(last)
    spots.pop()
  }
  return taken
}
