import type { HistoryRow } from '../../../shared/ipc-contract.ts'

export const windowRows = 50
/** Rows beyond the viewport that are wanted before they are scrolled to. */
const marginRows = 20
const windowsKept = 24

interface Range {
  first: number
  last: number
}

interface Extent {
  total: number
  complete: boolean
}

/** The numbers of the windows that a viewport needs, those in sight first. */
export function windowsAround({ first, last }: Range, { total, complete }: Extent): number[] {
  // An incomplete list may go on behind its last known row: near it, the next window is wanted too.
  const end = complete ? Math.max(total - 1, 0) : total
  const from = windowOf(Math.max(first - marginRows, 0))
  const to = windowOf(Math.min(last + marginRows, end))
  const numbers = Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at)
  return nearestFirst(numbers, { first: Math.min(first, end), last: Math.min(last, end) })
}

/** The numbers of windows past the end, and of the farthest ones beyond those kept. */
export function windowsToDrop(held: Iterable<number>, range: Range, total: number): number[] {
  return nearestFirst(held, range).filter(
    (number, at) => at >= windowsKept || (number > 0 && number * windowRows >= total),
  )
}

function nearestFirst(numbers: Iterable<number>, { first, last }: Range): number[] {
  const middle = (first + last) / 2
  const distance = (number: number) => Math.abs((number + 0.5) * windowRows - middle)
  return [...numbers].sort((one, other) => distance(one) - distance(other) || one - other)
}

function windowOf(index: number): number {
  return Math.floor(index / windowRows)
}

export function rowAt(windows: ReadonlyMap<number, HistoryRow[]>, index: number): HistoryRow | undefined {
  return windows.get(windowOf(index))?.[index % windowRows]
}

/** Where a call stands among the rows held; looked for near its last place first. */
export function indexOf(
  windows: ReadonlyMap<number, HistoryRow[]>,
  id: string,
  lastIndex: number | null,
): number | null {
  if (lastIndex !== null && rowAt(windows, lastIndex)?.id === id) return lastIndex
  for (const [number, rows] of windows) {
    const offset = rows.findIndex((row) => row.id === id)
    if (offset >= 0) return number * windowRows + offset
  }
  return null
}

/** The headings known once a window's rows are: the same set where they were known before. */
export function headingsWith(
  known: ReadonlySet<number>,
  { number, rows, total }: { number: number; rows: HistoryRow[]; total: number },
): ReadonlySet<number> {
  const own = rows.flatMap((row, offset) => (row.firstOfDay ? [number * windowRows + offset] : []))
  const others = [...known].filter((index) => windowOf(index) !== number && index < total)
  const isSame = own.length + others.length === known.size && own.every((index) => known.has(index))
  return isSame ? known : new Set([...others, ...own])
}
