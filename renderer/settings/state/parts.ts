import { createContext, use } from 'react'
import type { Clock } from '../../wording/clock.ts'
import type { Platform } from '../wording/keys-wording.ts'
import type { SettingsStore } from './settings-store.ts'

/** What main.tsx wires together once. */
export interface Parts {
  settings: SettingsStore
  clock: Clock
  platform: Platform
}

const PartsContext = createContext<Parts | null>(null)

export const PartsProvider = PartsContext.Provider

export function useParts(): Parts {
  const parts = use(PartsContext)
  if (parts === null) throw new Error('useParts is called outside PartsProvider')
  return parts
}
