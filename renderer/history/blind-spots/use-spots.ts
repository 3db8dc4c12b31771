import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { everything, isSame, type RowsView } from '../rows/rows-view.ts'
import { rowAt } from '../rows/window-range.ts'
import { useParts } from '../state/parts.ts'
import { placeSpots, timesOf } from './place-spots.ts'
import { type SpotLine, spotLines } from './spot-lines.ts'

/** What stands above a row: `before` its day's heading, and `after` it. */
export interface SpotsAbove {
  before: readonly SpotLine[]
  after: readonly SpotLine[]
}

/** The blind spots of the list that shows every call; none in a search or a filter, where rows lie apart anyhow. */
export function useSpots({ windows, question, waiting }: RowsView): ReadonlyMap<number, SpotsAbove> {
  const { blindSpots, clock } = useParts()
  const spots = useSyncExternalStore(blindSpots.subscribe, blindSpots.view)
  const isWanted = !waiting && isSame(question, everything)

  useEffect(() => {
    if (isWanted) blindSpots.show(timesOf(windows))
  }, [blindSpots, isWanted, windows])

  return useMemo(() => {
    const above = new Map<number, SpotsAbove>()
    if (!isWanted) return above
    for (const [index, between] of placeSpots(spots, windows)) {
      const row = rowAt(windows, index)
      const rowDay = row === undefined ? null : clock.shortDay(row.startedAt)
      const newer = index === 0 ? undefined : rowAt(windows, index - 1)
      const newerDay = newer === undefined ? null : clock.shortDay(newer.startedAt)
      // Below the heading stands what lies wholly in the day of its row.
      const isInRowDay = (instant: string) => clock.shortDay(instant) === rowDay
      const after = row?.firstOfDay
        ? between.filter((spot) => isInRowDay(spot.from) && isInRowDay(spot.to))
        : []
      const before = between.filter((spot) => !after.includes(spot))
      above.set(index, {
        before: spotLines(before, row?.firstOfDay ? newerDay : rowDay, clock),
        after: spotLines(after, rowDay, clock),
      })
    }
    return above
  }, [spots, windows, isWanted, clock])
}
