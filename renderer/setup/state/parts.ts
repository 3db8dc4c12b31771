import type { RingtrayBridge } from '../../../shared/ipc-contract.ts'
import type { SetUp } from '../../../shared/set-up.ts'
import { createParts } from '../../create-parts.ts'
import type { PageStore } from '../../page-store/page-store.ts'
import type { Clock } from '../../wording/clock.ts'

/** What is changed here, one at a time. */
export type PartName = 'door' | 'traffic' | 'way' | 'secret' | 'me' | 'pretend' | 'signIn' | 'systemSettings'

/** What main.tsx wires together once. */
interface Parts {
  bridge: RingtrayBridge
  store: PageStore<SetUp, PartName>
  clock: Clock
}

export const { PartsProvider, useParts } = createParts<Parts>('set-up window')
