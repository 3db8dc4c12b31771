import type { Announce } from './announce.ts'
import { coalesce } from './coalesce.ts'

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
  const announceSoon = coalesce(() => {
    announce('callsChanged', { ids: ids && [...ids] })
    ids = new Set()
  }, gatherMs)

  return {
    add(callId) {
      ids?.add(callId)
      if (ids !== null && ids.size > mostNamed) ids = null
      announceSoon()
    },
    all() {
      ids = null
      announceSoon()
    },
  }
}
