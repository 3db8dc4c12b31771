import { setTimeout as wait } from 'node:timers/promises'
import { SpokenError } from '../errors.ts'
import { pretendMarkHeader } from '../listener/middleware/keep.ts'
import { proofToSend, withQuery } from '../listener/proof-headers.ts'
import type { Log } from '../log.ts'
import type { Receiver } from '../receiver.ts'
import { explainFailure } from '../simulator/sending/explain-failure.ts'
import { simulate } from '../simulator/simulate.ts'
import { pretendStory } from '../simulator/stories/pretend-story.ts'

/**
 * Plays a labelled call through our own door, the whole way of a real one. Resolves when it rings, and goes on
 * behind; rejects with a sentence where it cannot be played.
 */
export async function playPretendCall({ receiver, log }: { receiver: Receiver; log: Log }): Promise<void> {
  const { listener } = receiver.status()
  if (listener.state !== 'listening') {
    throw new SpokenError(
      'A pretend call comes through the door, and the door is not open. See the line of state for why.',
    )
  }
  const settings = receiver.settings.current()
  const { headers, query } = proofToSend(settings.proofs)
  const mark = receiver.pretendMarks.issue()
  const playing = simulate({
    story: pretendStory(settings.me[0] ?? null),
    dialect: 'v1-form',
    now: Date.now(),
    url: withQuery(listener.url, query),
    headers: [...headers, [pretendMarkHeader, mark]],
    speed: 1,
    order: 'real',
    repeats: 0,
    random: Math.random,
    wait: (ms) => wait(ms, undefined, { ref: false }),
  })
  try {
    await playNext()
  } catch (error) {
    receiver.pretendMarks.revoke(mark)
    throw error
  }
  void playRest()

  async function playNext(): Promise<boolean> {
    const { done, value: sent } = await playing.next()
    if (done) return false
    const problem = explainFailure(sent, listener.state === 'listening' ? listener.url : '')
    if (problem !== null) throw new SpokenError(problem)
    return true
  }

  async function playRest() {
    try {
      while (await playNext());
    } catch (error) {
      log.warn('pretend.cut-short', 'The pretend call ended early', error)
    } finally {
      receiver.pretendMarks.revoke(mark)
    }
  }
}
