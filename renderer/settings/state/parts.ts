import { createParts } from '../../create-parts.ts'
import type { Clock } from '../../wording/clock.ts'
import type { Platform } from '../wording/keys-wording.ts'
import type { SettingsStore } from './settings-store.ts'

/** What main.tsx wires together once. */
interface Parts {
  settings: SettingsStore
  clock: Clock
  platform: Platform
}

export const { PartsProvider, useParts } = createParts<Parts>('settings window')
