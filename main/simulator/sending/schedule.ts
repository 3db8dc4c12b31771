import type { Random, Step } from '../step.ts'

export interface ScheduleOptions {
  /** `disordered` shuffles what is told, not when something is sent. */
  order: 'real' | 'disordered'
  /** How often each delivery is sent again, as after an answer that came too late. */
  repeats: number
  random: Random
}

/** v1 waits this long before it tries again, v2 at least this long. */
const retryDelayMs = 30_000

/** The steps in the order of sending, repeats included. */
export function schedule(steps: Step[], { order, repeats, random }: ScheduleOptions): Step[] {
  const attempts = steps
    .flatMap((step, index) =>
      Array.from({ length: repeats + 1 }, (_, repeat) => ({
        index,
        step: repeat === 0 ? step : retried(step, repeat * retryDelayMs),
      })),
    )
    .toSorted((a, b) => a.step.afterMs - b.step.afterMs)
  if (order === 'real') return attempts.map(({ step }) => step)

  const shuffled = shuffle(
    attempts.map(({ index }) => index),
    random,
  )
  // However shuffled, nothing is tried again before it was tried at all.
  const queues = Map.groupBy(attempts, ({ index }) => index)
  return attempts.flatMap(({ step: { afterMs } }, slot) => {
    const next = queues.get(shuffled[slot] ?? -1)?.shift()
    return next ? [{ ...next.step, afterMs }] : []
  })
}

/** The same delivery later. Only v2 stamps a retry anew (`timestamp` is the time of sending); its `event_id` stays. */
function retried(step: Step, laterMs: number): Step {
  const later = { ...step, afterMs: step.afterMs + laterMs }
  if (step.contentType !== 'application/json') return later
  const event = JSON.parse(step.body) as { event_id?: string; timestamp?: string }
  if (event.event_id === undefined || event.timestamp === undefined) return later
  const timestamp = new Date(Date.parse(event.timestamp) + laterMs).toISOString()
  return { ...later, body: JSON.stringify({ ...event, timestamp }) }
}

function shuffle<T>(items: T[], random: Random): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
