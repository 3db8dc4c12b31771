import type { Check, CheckCode } from '../../shared/set-up.ts'
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

/** A real ring and a real end were seen. */
export function isDone(ticks: readonly Check[]): boolean {
  const wanted: CheckCode[] = ['ringing-seen', 'end-seen']
  return wanted.every((code) => ticks.some((tick) => tick.code === code && tick.state === 'done'))
}
