import { pacedMs } from '../begin-at.ts'
import type { Step } from '../step.ts'
import { type ScheduleOptions, schedule } from './schedule.ts'
import { type SendOptions, type SentStep, sendStep } from './send-step.ts'

export interface PlayOptions extends SendOptions, ScheduleOptions {
  /** 1 is real time; 0 or Infinity as fast as the answers come. */
  speed: number
  wait: (ms: number) => Promise<void>
}

/**
 * Sends one after the other and yields each answer. A failed delivery is yielded too, and the next one is sent if
 * the caller goes on: whoever wants to give up leaves the loop.
 */
export async function* playSteps(steps: Step[], options: PlayOptions): AsyncGenerator<SentStep, void, void> {
  let playedMs = 0
  for (const step of schedule(steps, options)) {
    const pauseMs = pacedMs(step.afterMs - playedMs, options.speed)
    if (pauseMs > 0) await options.wait(pauseMs)
    playedMs = step.afterMs
    yield await sendStep(step, options)
  }
}
