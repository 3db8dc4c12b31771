import { minuteMs } from '../../../shared/time.ts'
import { type Span, taughtByMs, type Usual } from './usual.ts'

/** One wrong alarm in ten years is allowed for: every call begins another silence that might be one. */
const wrongAlarmYears = 10
const weeksPerYear = 52
/**
 * Days differ by more than chance: on a slow one, three of five usual calls come. Assumed hours are a guess already,
 * and stand as they are.
 */
const slowDay = 0.6
const shortestMs = 10 * minuteMs

/**
 * Whether so long a silence is far beyond what is usual. Calls come as Poisson arrivals: the chance that none comes
 * where `n` are expected is e^-n. What we could not hear does not count as silence.
 */
export function isTooQuiet(usual: Usual, silence: Span, deaf: readonly Span[]): boolean {
  const { toMs } = silence
  const fromMs = Math.max(silence.fromMs, toMs - taughtByMs)
  if (toMs - fromMs < shortestMs || usual.perHour(toMs) === 0) return false
  const unheard = deaf.reduce(
    (sum, span) => sum + usual.expected(Math.max(span.fromMs, fromMs), Math.min(span.toMs, toMs)),
    0,
  )
  const expected = (usual.expected(fromMs, toMs) - unheard) * (usual.isLearned ? slowDay : 1)
  return expected >= neededBeforeAlarm(usual)
}

/** How many calls must have been expected: 9.7 at 5 calls a day of a six-day week, 12 at 60, 14.4 at 600. */
function neededBeforeAlarm({ perWeek }: Pick<Usual, 'perWeek'>): number {
  return Math.log(Math.max(1, perWeek) * weeksPerYear * wrongAlarmYears)
}
