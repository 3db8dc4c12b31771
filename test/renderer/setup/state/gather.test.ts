import { describe, expect, it } from 'vitest'
import { createGather, gatherMs } from '../../../../renderer/setup/state/gather.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

function createDesk() {
  const timers: { delayMs: number; run: () => void }[] = []
  const reads: PromiseWithResolvers<void>[] = []
  const gather = createGather({
    read() {
      const read = Promise.withResolvers<void>()
      reads.push(read)
      return read.promise
    },
    after: (delayMs, run) => timers.push({ delayMs, run }),
  })
  return { gather, timers, reads }
}

describe('news in bursts', () => {
  it('are read once, a moment later', () => {
    const { gather, timers, reads } = createDesk()
    for (let at = 0; at < 50; at++) gather()
    expect(reads).toHaveLength(0)
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([gatherMs])
    timers[0]?.run()
    expect(reads).toHaveLength(1)
  })

  it('are read once more where some came during a reading, and only after it', async () => {
    const { gather, timers, reads } = createDesk()
    gather()
    timers[0]?.run()
    gather()
    gather()
    expect(timers).toHaveLength(1)
    reads[0]?.resolve()
    await settle()
    expect(timers).toHaveLength(2)
    timers[1]?.run()
    reads[1]?.resolve()
    await settle()
    expect(timers).toHaveLength(2)
    expect(reads).toHaveLength(2)
  })

  it('are read again when they come later', async () => {
    const { gather, timers, reads } = createDesk()
    gather()
    timers[0]?.run()
    reads[0]?.resolve()
    await settle()
    gather()
    expect(timers).toHaveLength(2)
  })
})
