import { createContext, use } from 'react'
import type { RingtrayBridge } from '../../../shared/ipc-contract.ts'
import type { SetUp } from '../../../shared/set-up.ts'
import type { PageStore } from '../../page-store/page-store.ts'
import type { Clock } from '../../wording/clock.ts'

/** What is changed here, one at a time. */
export type PartName =
  | 'door'
  | 'traffic'
  | 'way'
  | 'secret'
  | 'me'
  | 'pretend'
  | 'signIn'
  | 'systemSettings'
  | 'holiday'

/** What main.tsx wires together once. */
export interface Parts {
  bridge: RingtrayBridge
  store: PageStore<SetUp, PartName>
  clock: Clock
}

const PartsContext = createContext<Parts | null>(null)

export const PartsProvider = PartsContext.Provider

export function useParts(): Parts {
  const parts = use(PartsContext)
  if (parts === null) throw new Error('useParts is called outside PartsProvider')
  return parts
}
