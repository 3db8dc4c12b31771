import { secondMs } from '../../../shared/time.ts'
import { drawSettleMs, nextProbeMs, type ProbeTimes } from './next-probe.ts'

/** Sends probes when they are due, one at a time. */
export interface ProbeSchedule {
  /** The path may be another: a start, a resume, an unlock, a change of network, a tunnel that came up. */
  happened(): void
  /** A real webhook arrived, and is as good as a probe. */
  heard(): void
  stop(): void
}

export interface ProbeScheduleOptions {
  /** Resolves with whether the path is proven. Must not reject. */
  probe(): Promise<boolean>
  everyMs(): number
  now(): number
  random(): number
  /** Runs something later, once, unless the function it returns is called. */
  after(ms: number, run: () => void): () => void
}

/** A timer sleeps with the machine: looking at the clock so often shows that it did, where no event tells. */
const lookMs = 30 * secondMs
const jumpMs = 20 * secondMs

/** Begins with a probe, some seconds from now. */
export function createProbeSchedule(options: ProbeScheduleOptions): ProbeSchedule {
  const { probe, everyMs, now, random, after } = options
  const times: Omit<ProbeTimes, 'everyMs'> = { heardMs: null, probedMs: null, failures: 0, happened: null }
  let cancel = () => {}
  let isProbing = false
  let isStopped = false

  function happened() {
    const lastMs = now()
    const { firstMs = lastMs, settleMs = drawSettleMs(random) } = times.happened ?? {}
    times.happened = { firstMs, lastMs, settleMs }
    plan()
  }

  function plan() {
    cancel()
    if (isStopped || isProbing) return
    const nowMs = now()
    const waitMs = Math.min(Math.max(0, nextProbeMs({ ...times, everyMs: everyMs() }) - nowMs), lookMs)
    cancel = after(waitMs, () => look(nowMs + waitMs))
  }

  function look(expectedMs: number) {
    const nowMs = now()
    if (Math.abs(nowMs - expectedMs) > jumpMs) {
      // What lies ahead of a clock that was set back would keep us waiting.
      times.probedMs = times.probedMs === null ? null : Math.min(times.probedMs, nowMs)
      times.heardMs = times.heardMs === null ? null : Math.min(times.heardMs, nowMs)
      times.happened = null
      happened()
    } else if (nowMs >= nextProbeMs({ ...times, everyMs: everyMs() })) void send(nowMs)
    else plan()
  }

  async function send(nowMs: number) {
    isProbing = true
    times.happened = null
    times.probedMs = nowMs
    const isProven = await probe()
    times.failures = isProven ? 0 : times.failures + 1
    isProbing = false
    plan()
  }

  happened()
  return {
    happened,
    heard() {
      times.heardMs = now()
      times.failures = 0
      times.happened = null
      plan()
    },
    stop() {
      isStopped = true
      cancel()
    },
  }
}
