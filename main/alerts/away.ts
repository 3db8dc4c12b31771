import { secondMs } from '../../shared/time.ts'

/** Why nobody is there to be told, or does not want to be. */
export type AwayReason = 'asleep' | 'locked' | 'do not disturb'

/** Follows when the agent is away. Several reasons can hold at once: the time away ends with the last of them. */
export interface Away {
  /** `sinceMs` where it began earlier than now. */
  leave(reason: AwayReason, sinceMs?: number): void
  back(reason: AwayReason): void
  has(reason: AwayReason): boolean
  isAway(): boolean
  /** Back since then, but what the provider sends again from the time away may still come; else null. */
  settlingSinceMs(): number | null
  stop(): void
}

export interface AwayOptions {
  now(): number
  onLeave(): void
  /** At once. */
  onBack(): void
  /** Once per time away, when what belongs to it has arrived. */
  onSettled(time: { fromMs: number; toMs: number }): void
}

/** The provider sends again after 30 s what found nobody listening (v1 and v2: myoperator.md §1). */
const settleAfterSleepMs = 40 * secondMs

export function createAway({ now, onLeave, onBack, onSettled }: AwayOptions): Away {
  const reasons = new Set<AwayReason>()
  let fromMs = 0
  let toMs = 0
  let hasSlept = false
  let settling: NodeJS.Timeout | undefined

  function settle() {
    clearTimeout(settling)
    toMs = now()
    const time = { fromMs, toMs }
    const done = () => {
      settling = undefined
      hasSlept = false
      onSettled(time)
    }
    if (hasSlept) settling = setTimeout(done, settleAfterSleepMs)
    else done()
  }

  return {
    leave(reason, sinceMs = now()) {
      if (reason === 'asleep') hasSlept = true
      if (reasons.size === 0) {
        // Away again before the last time was told: it is one time.
        if (settling === undefined) fromMs = sinceMs
        clearTimeout(settling)
        settling = undefined
        reasons.add(reason)
        return onLeave()
      }
      fromMs = Math.min(fromMs, sinceMs)
      reasons.add(reason)
    },
    back(reason) {
      if (!reasons.delete(reason) || reasons.size > 0) return
      onBack()
      settle()
    },
    has: (reason) => reasons.has(reason),
    isAway: () => reasons.size > 0,
    settlingSinceMs: () => (settling === undefined ? null : toMs),
    stop: () => clearTimeout(settling),
  }
}
