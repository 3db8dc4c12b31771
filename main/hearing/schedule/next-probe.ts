import { dayMs, hourMs, minuteMs, secondMs } from '../../../shared/time.ts'
import type { Usual } from '../quiet/usual.ts'

/** Everything that says when the next probe is due. */
export interface ProbeTimes {
  /** The last real webhook. */
  heardMs: number | null
  /** When the last probe went out. */
  probedMs: number | null
  /** Probes in a row that did not come back. */
  failures: number
  /** Something happened since, after which the path may be another: a start, a resume, an unlock, a change of network. */
  happened: { firstMs: number; lastMs: number; settleMs: number } | null
  /** The budget: so long between two probes while nothing is heard. */
  everyMs: number
}

/** A real webhook proves more than a probe: for so long none is sent. */
const heardCountsMs = 5 * minuteMs
/** Networks come up in several steps; each puts the probe off, but not for ever. */
const longestSettleMs = 15 * secondMs
const retryMs = [minuteMs, 2 * minuteMs, 5 * minuteMs]

/** The instant at which the next probe is due; it may lie in the past. */
export function nextProbeMs({ heardMs, probedMs, failures, happened, everyMs }: ProbeTimes): number {
  const settledMs =
    happened === null
      ? Number.POSITIVE_INFINITY
      : Math.min(happened.lastMs + happened.settleMs, happened.firstMs + longestSettleMs)
  const pauseMs = failures === 0 ? everyMs : Math.min(retryMs[failures - 1] ?? everyMs, everyMs)
  const dueMs = probedMs === null ? Number.POSITIVE_INFINITY : probedMs + pauseMs
  return Math.min(settledMs, Math.max(dueMs, (heardMs ?? Number.NEGATIVE_INFINITY) + heardCountsMs))
}

/** Three to five seconds after the event: what listens to it beside us has done its work, and desks differ. */
export function drawSettleMs(random: () => number): number {
  return 3 * secondMs + random() * 2 * secondMs
}

const everyUsualMs = 10 * minuteMs
const everyElseMs = hourMs

/** Every ten minutes while calls are usual, every hour at night and on Sunday. */
export function probeEveryMs(usual: Pick<Usual, 'perHour'>, nowMs: number): number {
  return usual.perHour(nowMs) > 0 ? everyUsualMs : everyElseMs
}

/**
 * The most requests that probes cost in a month of 30.44 days, were nothing ever heard and all proven: some 2,100 for
 * 48 usual hours a week and ten starts, resumes and unlocks a day, a tenth of ngrok's free 20,000.
 */
export function mostProbesPerMonth(week: { usualHours: number; happeningsPerDay: number }): number {
  const { usualHours, happeningsPerDay } = week
  const ofHours = (usualHours * hourMs) / everyUsualMs + ((7 * 24 - usualHours) * hourMs) / everyElseMs
  return Math.ceil((30.44 * dayMs * (ofHours / 7 + happeningsPerDay)) / dayMs)
}
