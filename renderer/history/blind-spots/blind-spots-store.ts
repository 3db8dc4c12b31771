import type { Instant } from '../../../shared/call.ts'
import type { BlindSpot } from '../../../shared/hearing.ts'
import { toInstant } from '../../../shared/time.ts'

/** The times that the list shows; without `to`, up to now. */
export interface ShownTimes {
  from: Instant
  to: Instant | null
}

export interface BlindSpotsStore {
  /** Oldest first. The same array while nothing in it changed. */
  view(): readonly ShownSpot[]
  subscribe(listener: () => void): () => void
  /** These times are shown; null: none are. */
  show(times: ShownTimes | null): void
  /** A spot may have begun or ended. */
  refresh(): void
}

export interface ShownSpot extends BlindSpot {
  /** It lasts. */
  isOpen: boolean
}

interface Deps {
  request(from: Instant, to: Instant): Promise<BlindSpot[]>
  now(): number
}

const none: readonly ShownSpot[] = []

/** When calls could not be heard in the times shown: one request at a time, and only the newest wish counts. */
export function createBlindSpots({ request, now }: Deps): BlindSpotsStore {
  const listeners = new Set<() => void>()
  let view = none
  let times: ShownTimes | null = null
  let isUnderWay = false
  let isOutdated = false

  function change(next: readonly ShownSpot[]) {
    if (JSON.stringify(next) === JSON.stringify(view)) return
    view = next
    for (const listener of listeners) listener()
  }

  async function load() {
    isOutdated = true
    if (isUnderWay) return
    isUnderWay = true
    while (isOutdated) {
      isOutdated = false
      const asked: ShownTimes | null = times
      const next = asked === null ? none : await spotsIn(asked)
      if (next !== null && asked === times) change(next)
    }
    isUnderWay = false
  }

  /** Null where nobody can tell: then what was known stays. The list says itself when it cannot be read. */
  async function spotsIn({ from, to }: ShownTimes): Promise<readonly ShownSpot[] | null> {
    const until = to ?? toInstant(now())
    try {
      const spots = await request(from, until)
      return spots.map((spot) => ({ ...spot, isOpen: to === null && spot.to >= until }))
    } catch {
      return null
    }
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(next) {
      if (next?.from === times?.from && next?.to === times?.to) return
      times = next
      void load()
    },
    refresh: () => void load(),
  }
}
