import type { RingtrayBridge } from '../../../shared/ipc-contract.ts'
import { createParts } from '../../create-parts.ts'
import type { NoteDrafts } from '../../note/note-drafts.ts'
import type { Clock } from '../../wording/clock.ts'
import type { BlindSpotsStore } from '../blind-spots/blind-spots-store.ts'
import type { RowWindows } from '../rows/row-windows.ts'
import type { NotUnderstoodStore } from './not-understood.ts'
import type { ShownCallStore } from './shown-call.ts'

/** What main.tsx wires together once. */
interface Parts {
  bridge: RingtrayBridge
  clock: Clock
  rows: RowWindows
  shownCall: ShownCallStore
  notes: NoteDrafts
  notUnderstood: NotUnderstoodStore
  blindSpots: BlindSpotsStore
}

export const { PartsProvider, useParts } = createParts<Parts>('history window')
