import { createContext, use } from 'react'
import type { RingtrayBridge } from '../../../shared/ipc-contract.ts'
import type { NoteDrafts } from '../../note/note-drafts.ts'
import type { Clock } from '../../wording/clock.ts'
import type { BlindSpotsStore } from '../blind-spots/blind-spots-store.ts'
import type { RowWindows } from '../rows/row-windows.ts'
import type { NotUnderstoodStore } from './not-understood.ts'
import type { ShownCallStore } from './shown-call.ts'

/** What main.tsx wires together once. */
export interface Parts {
  bridge: RingtrayBridge
  clock: Clock
  rows: RowWindows
  shownCall: ShownCallStore
  notes: NoteDrafts
  notUnderstood: NotUnderstoodStore
  blindSpots: BlindSpotsStore
}

const PartsContext = createContext<Parts | null>(null)

export const PartsProvider = PartsContext.Provider

export function useParts(): Parts {
  const parts = use(PartsContext)
  if (parts === null) throw new Error('useParts is called outside PartsProvider')
  return parts
}
