import type { Traffic, WayIn } from '../../../shared/set-up.ts'
import type { TunnelProvider } from '../tunnel.ts'
import { amberShare } from './meter.ts'

export interface RequestEstimate {
  /** Calls that ring one agent and are answered. */
  least: number
  /** Calls that go on to others. */
  most: number
}

/** Monday to Saturday. */
const workingDays = 26
const deliveriesPerCall = { least: 3, most: 5 }

export function requestsPerMonth({ callsPerDay }: Traffic): RequestEstimate {
  const calls = callsPerDay * workingDays
  return { least: calls * deliveriesPerCall.least, most: calls * deliveriesPerCall.most }
}

/** Those that carry the traffic first, each group in the order of the table. While nobody has told it, all do. */
export function waysIn(providers: readonly TunnelProvider[], estimate: RequestEstimate | null): WayIn[] {
  const ways = providers.map(({ kind, needs, monthlyRequests }): WayIn => {
    if (monthlyRequests === null) return { kind, isOffered: true, needs, carries: null }
    const limit = `${monthlyRequests.toLocaleString('en')} requests a month`
    if (estimate === null) return { kind, isOffered: true, needs, carries: limit }
    const { most } = estimate
    const carries = `${limit}; you need up to ${most.toLocaleString('en')}`
    return { kind, isOffered: most <= monthlyRequests * amberShare, needs, carries }
  })
  return [...ways.filter(({ isOffered }) => isOffered), ...ways.filter(({ isOffered }) => !isOffered)]
}
