import type { Check } from '../../shared/set-up.ts'
import { agentNamed, endSeen, ringingSeen, talkTimeSeen } from './ticks/call-ticks.ts'
import { onlyCalls, requestArrived, secretRight } from './ticks/door-ticks.ts'
import type { WhatArrived } from './what-arrived.ts'

/** The live ticks of set-up and health, in the order in which they come true. */
export function checks(arrived: WhatArrived): Check[] {
  const { seen } = arrived
  return [
    requestArrived(arrived),
    secretRight(arrived),
    ringingSeen(seen),
    agentNamed(seen),
    endSeen(seen),
    talkTimeSeen(seen),
    onlyCalls(arrived),
  ]
}

/** A real call was seen from its ring to its end. */
export function isDone({ seen }: WhatArrived): boolean {
  return seen.wholeAt !== null
}
