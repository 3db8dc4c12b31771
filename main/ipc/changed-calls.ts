import type { Announce } from './announce.ts'

/** Announces changed calls together: a burst of deliveries is one announcement every so often, not thousands. */
export interface ChangedCalls {
  add(callId: string): void
  /** Anything may have changed. */
  all(): void
}

const gatherMs = 50
const mostNamed = 100

export function createChangedCalls(announce: Announce): ChangedCalls {
  let ids: Set<string> | null = new Set()
  let isGathering = false

  function tell() {
    announce('callsChanged', { ids: ids && [...ids] })
    ids = new Set()
    isGathering = false
  }

  function soon() {
    if (isGathering) return
    isGathering = true
    setTimeout(tell, gatherMs)
  }

  return {
    add(callId) {
      ids?.add(callId)
      if (ids !== null && ids.size > mostNamed) ids = null
      soon()
    },
    all() {
      ids = null
      soon()
    },
  }
}
