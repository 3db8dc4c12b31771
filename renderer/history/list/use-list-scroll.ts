import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { lineCount, useSpotHeight } from '../blind-spots/spot-height.ts'
import type { SpotsAbove } from '../blind-spots/use-spots.ts'
import type { RowsView } from '../rows/rows-view.ts'
import type { Selection } from '../rows/selection.ts'
import { indexOf, rowAt } from '../rows/window-range.ts'
import { useParts } from '../state/parts.ts'

/** list.css has the same figures. */
const rowHeight = 52
const headingHeight = 32
/** Chromium lays out no element taller than 33.5 million pixels; what is older is found by searching. */
const mostRows = 600_000

interface ListScroll {
  view: RowsView
  spots: ReadonlyMap<number, SpotsAbove>
  selection: Selection
  reveal: number
  listRef: React.RefObject<HTMLDivElement | null>
}

/** Which rows are drawn and where; keeps what is being read in its place when rows come or go above it. */
export function useListScroll({ view, spots, selection, reveal, listRef }: ListScroll) {
  const { rows } = useParts()
  const count = Math.min(view.total, mostRows)
  const selected = selection.index
  const spotHeight = useSpotHeight()
  /** What stands above a row, its day's heading and the times when calls could not be heard. */
  const above = useCallback(
    (index: number) =>
      (view.headings.has(index) ? headingHeight : 0) + lineCount(spots.get(index)) * spotHeight,
    [view.headings, spots, spotHeight],
  )
  const spotsLayout = [spotHeight, ...[...spots].map(([index, here]) => `${index}:${lineCount(here)}`)].join()
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => listRef.current,
    estimateSize: (index) => rowHeight + above(index),
    overscan: 8,
    scrollPaddingStart: headingHeight,
    paddingEnd: 8,
    // The selected row is always drawn: the list box names it as its active descendant.
    rangeExtractor: useCallback((range: Range) => withSelected(range, selected), [selected]),
  })

  const first = virtualizer.range?.startIndex ?? 0
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => rows.showRange(first, last), [rows, first, last])

  const top = useRef({
    question: view.question,
    headings: view.headings,
    spotsLayout,
    id: null as string | null,
    start: 0,
  })
  useLayoutEffect(() => {
    const list = listRef.current
    const before = top.current
    if (list === null) return
    if (before.headings !== view.headings || before.spotsLayout !== spotsLayout) virtualizer.measure()
    if (before.question !== view.question) list.scrollTop = 0
    else if (before.id !== null) {
      const start = startOf(virtualizer, above, indexOf(view.windows, before.id, first))
      if (start === null || start === before.start) return
      if (list.scrollTop > 0) list.scrollTop += start - before.start
      else slide(list.firstElementChild, before.start - start)
    }
  }, [view, above, spotsLayout, virtualizer, listRef, first])

  // After every draw: which row stands at the top now, and where it begins.
  useLayoutEffect(() => {
    top.current = {
      question: view.question,
      headings: view.headings,
      spotsLayout,
      id: rowAt(view.windows, first)?.id ?? null,
      start: startOf(virtualizer, above, first) ?? 0,
    }
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a wish to see the row scrolls to it, not every change of its place
  useLayoutEffect(() => {
    if (selected !== null && reveal > 0) virtualizer.scrollToIndex(selected, { align: 'auto' })
  }, [reveal])

  return {
    virtualizer,
    count,
    firstIndex: count === 0 ? null : first,
    isScrolled: (virtualizer.scrollOffset ?? 0) > 0,
  }
}

/** Where the row itself begins, below what stands above it. */
function startOf(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  above: (index: number) => number,
  index: number | null,
): number | null {
  // Asking for the size lays out anew what was marked as changed.
  virtualizer.getTotalSize()
  const slot = index === null ? undefined : virtualizer.measurementsCache[index]
  return slot === undefined ? null : slot.start + above(slot.index)
}

function slide(rows: Element | null, fromPx: number) {
  if (rows === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  rows.animate([{ transform: `translateY(${fromPx}px)` }, { transform: 'none' }], {
    duration: 120,
    easing: 'ease-out',
  })
}

function withSelected(range: Range, selected: number | null): number[] {
  const drawn = defaultRangeExtractor(range)
  const from = drawn[0] ?? 0
  const to = drawn.at(-1) ?? -1
  if (selected === null || selected >= range.count || (selected >= from && selected <= to)) return drawn
  return selected < from ? [selected, ...drawn] : [...drawn, selected]
}
