import { minuteMs, secondMs } from '../../shared/time.ts'

/** What a decision depends on besides what happened. */
export interface Chance {
  nowMs: number
  /** From 0 to 1, for the jitter. */
  random: number
}

const firstDelayMs = secondMs
const longestDelayMs = minuteMs
const stableMs = minuteMs
const limitedDelayMs = 10 * minuteMs

/** When to try again after so many failures in a row; it never gives up. */
export function retryAtMs(failures: number, chance: Chance): number {
  const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 16))
  return chance.nowMs + jittered(delayMs, chance)
}

/** When to try again where the other side has asked us to wait, until then or for a while. */
export function limitedUntilMs(until: number | null, chance: Chance): number {
  return Math.max(until ?? 0, chance.nowMs + jittered(limitedDelayMs, chance))
}

/** Then the next failure is the first again. */
export function wasStable(upSinceMs: number | null, { nowMs }: Chance): boolean {
  return upSinceMs !== null && nowMs - upSinceMs >= stableMs
}

/** Between half of it and all of it: desks that lost the same server do not come back in step. */
function jittered(delayMs: number, { random }: Chance): number {
  return delayMs * (0.5 + 0.5 * random)
}
