import { useSyncExternalStore } from 'react'
import type { SpotsAbove } from './use-spots.ts'

/** Below this width a line takes two; blind-spots.css has the same figures. */
const narrow = '(width < 480px)'
const oneLine = 28
const twoLines = 40

/** How high one spot's line is. */
export function useSpotHeight(): number {
  return useSyncExternalStore(subscribe, () => (matchMedia(narrow).matches ? twoLines : oneLine))
}

/** How many lines stand above a row. */
export function lineCount(above: SpotsAbove | undefined): number {
  return above === undefined ? 0 : above.before.length + above.after.length
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
