import { countText } from '../../../wording/count.ts'

const mostCalls = 100_000

/** Calls of a busy day, as somebody types them: `120`, `1,200`. */
export function readCallsPerDay(typed: string): { callsPerDay: number } | { problem: string } {
  const digits = typed.replaceAll(/[\s,.]/g, '')
  const callsPerDay = /^\d+$/.test(digits) ? Number(digits) : 0
  if (callsPerDay >= 1 && callsPerDay <= mostCalls) return { callsPerDay }
  return { problem: `Write a whole number from 1 to ${countText(mostCalls)}. A guess will do.` }
}

/** `About 120 calls on a busy day` */
export function trafficWords(callsPerDay: number): string {
  return `About ${countText(callsPerDay)} ${callsPerDay === 1 ? 'call' : 'calls'} on a busy day`
}
