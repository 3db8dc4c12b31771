import { useSyncExternalStore } from 'react'

/** Below this width the detail takes the whole window; history.css has the same figure. */
const narrow = '(width < 720px)'

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
