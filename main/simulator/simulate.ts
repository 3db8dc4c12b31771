import { beginAt } from './begin-at.ts'
import { type Dialect, play } from './play.ts'
import { type PlayOptions, playSteps } from './sending/play-steps.ts'
import type { SentStep } from './sending/send-step.ts'
import type { Story } from './stories/story.ts'

export interface SimulateOptions extends PlayOptions {
  story: Story
  dialect: Dialect
  /** Epoch ms. */
  now: number
}

/** Plays one call, as if it happened now, through a real HTTP door. */
export function simulate({
  story,
  dialect,
  now,
  ...options
}: SimulateOptions): AsyncGenerator<SentStep, void, void> {
  const startAt = beginAt(story, { now, ...options })
  return playSteps(play(story, dialect, { startAt, random: options.random }), options)
}
