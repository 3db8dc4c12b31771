import { minuteMs } from '../../../shared/time.ts'

/** Compares our clock with the provider's. */
export interface ClockCheck {
  /** `behindMs`: how far our clock was behind the provider's when it told of a call (negative: ahead). */
  add(sample: ClockSample): void
  /** How far our clock is behind, where the last three calls agree that it matters; else null. */
  behindMs(): number | null
}

export interface ClockSample {
  callId: string
  behindMs: number
}

const toleranceMs = 2 * minuteMs
const callsAsked = 3
/** Far more than go on at once: later deliveries about one of these calls are no new samples. */
const mostRemembered = 1_000

export function createClockCheck(): ClockCheck {
  /** The first sample of each call, the oldest call first. */
  const samples = new Map<string, number>()

  return {
    add({ callId, behindMs }) {
      if (samples.has(callId)) return
      samples.set(callId, behindMs)
      for (const oldest of samples.keys()) {
        if (samples.size <= mostRemembered) break
        samples.delete(oldest)
      }
    },
    behindMs() {
      const last = [...samples.values()].slice(-callsAsked).sort((a, b) => a - b)
      const [least, median, most] = last
      if (least === undefined || median === undefined || most === undefined) return null
      const isOff = last.every((behindMs) => Math.abs(behindMs) > toleranceMs)
      return isOff && most - least <= toleranceMs ? median : null
    },
  }
}
