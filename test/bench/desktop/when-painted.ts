import { setTimeout as wait } from 'node:timers/promises'
import type { Part, Screen } from './x-screen.ts'

/** Between two looks. */
const lookMs = 1
/** A picture that stands for so long is the one that stays. */
const staysMs = 150
const deadlineMs = 5_000

/** Resolves with the moment at which a part of the screen first looked as it goes on to look, once it has changed. */
export async function whenPainted(screen: Screen, part: Part, before: Buffer): Promise<number> {
  const startedMs = performance.now()
  let picture = before
  let sinceMs = startedMs
  while (performance.now() - startedMs < deadlineMs) {
    const seen = await screen.read(part)
    const nowMs = performance.now()
    if (!seen.equals(picture)) {
      picture = Buffer.from(seen)
      sinceMs = nowMs
    } else if (!picture.equals(before) && nowMs - sinceMs > staysMs) return sinceMs
    await wait(lookMs)
  }
  throw new Error('Nothing was painted')
}

/** Resolves once a part of the screen looks as it did. */
export async function whenGone(screen: Screen, part: Part, before: Buffer): Promise<void> {
  const startedMs = performance.now()
  while (!(await screen.read(part)).equals(before)) {
    if (performance.now() - startedMs > deadlineMs) throw new Error('It does not go')
    await wait(lookMs)
  }
}
