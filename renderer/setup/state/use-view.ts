import { useSyncExternalStore } from 'react'
import { useParts } from './parts.ts'

export function useView() {
  const { store } = useParts()
  return useSyncExternalStore(store.subscribe, store.view)
}
