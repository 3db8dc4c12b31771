import { createContext, use } from 'react'
import type { CardAction } from '../../shared/card.ts'
import type { RingtrayBridge } from '../../shared/ipc-contract.ts'
import type { StoryClock } from '../../shared/story-clock.ts'
import type { NoteDrafts } from '../note/note-drafts.ts'

/** What main.tsx wires together once. */
export interface CardParts {
  bridge: RingtrayBridge
  clock: StoryClock
  notes: NoteDrafts
  act(action: CardAction): void
}

const CardPartsContext = createContext<CardParts | null>(null)

export const CardPartsProvider = CardPartsContext.Provider

export function useCardParts(): CardParts {
  const parts = use(CardPartsContext)
  if (parts === null) throw new Error('useCardParts is called outside CardPartsProvider')
  return parts
}
