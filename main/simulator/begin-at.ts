import { storyMs } from './stories/moments.ts'
import type { Story } from './stories/story.ts'

/**
 * When a call must have begun (epoch ms) for its deliveries to be believed when they are sent.
 *
 * Told times are story times, never scaled: scaled to a speed of 100, a minute's talk would be told as 0 s, and
 * the legs of a log would no longer add up. What gives way is the start. At speed 1 the call begins now, and every
 * told time is the time of sending. Played faster it began just early enough that its last delivery is told and
 * sent at the same second; so nothing told lies in the future, and a ring looks at most as old as its story is
 * long. In disorder the end may be sent first, so there the whole story lies behind us.
 */
export function beginAt(
  story: Story,
  { now, speed, order }: { now: number; speed: number; order: 'real' | 'disordered' },
): number {
  if (order === 'disordered') return now - storyMs(story)
  return now - Math.max(0, storyMs(story) - pacedMs(storyMs(story), speed))
}

/** Story time to real time; a speed of 0 or Infinity takes no time at all. */
export function pacedMs(storyTimeMs: number, speed: number): number {
  return speed === 0 ? 0 : storyTimeMs / speed
}
