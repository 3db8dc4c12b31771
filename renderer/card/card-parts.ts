import type { CardAction } from '../../shared/card.ts'
import type { RingtrayBridge } from '../../shared/ipc-contract.ts'
import type { StoryClock } from '../../shared/story-clock.ts'
import { createParts } from '../create-parts.ts'
import type { NoteDrafts } from '../note/note-drafts.ts'

/** What main.tsx wires together once. */
export interface CardParts {
  bridge: RingtrayBridge
  clock: StoryClock
  notes: NoteDrafts
  act(action: CardAction): void
}

export const { PartsProvider: CardPartsProvider, useParts: useCardParts } =
  createParts<CardParts>('caller card')
