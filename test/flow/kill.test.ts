import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { seededRandom } from '../simulator/seeded-random.ts'
import { startLoad } from '../support/load.ts'
import { callsIn, deliveriesIn } from '../support/printed.ts'
import { run } from '../support/program.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith } from '../support/settings.ts'

const rounds = 20
/** 100 deliveries a second over five connections. */
const load = { connections: 5, pauseMs: 50 }

it('loses and doubles nothing that was acknowledged, and always starts again, through 20 kills under load', async () => {
  const random = seededRandom(20_260_302)
  const dir = folderWith()
  const acknowledged = new Set<string>()
  let failedStarts = 0
  // Only a process that ends by itself leaves its sources read for the next: 20 quicker starts.
  await run('--help')

  for (let round = 0; round < rounds; round++) {
    let serve: Serving
    try {
      serve = await startServe({ dir })
    } catch {
      failedStarts++
      continue
    }
    const { acknowledged: answered, stop } = startLoad(serve.url, {
      ...load,
      uidOf: (number) => `n1.1596270949.${round}-${number}`,
    })
    // The random instant.
    await wait(random() * 600)
    if (round % 4 === 3) {
      // Also while it saves pages and index on its way out.
      serve.child.kill('SIGTERM')
      await wait(random() * 60)
    }
    await serve.kill()
    await stop()
    for (const uid of answered) acknowledged.add(uid)
  }

  expect(failedStarts).toBe(0)
  expect(acknowledged.size).toBeGreaterThan(100)
  const beside = await callsIn(dir)
  const last = await startServe({ dir })
  expect((await last.stop()).code).toBe(0)
  const calls = await callsIn(dir)
  expect(calls).toEqual(beside)

  const timesListed = countEach(calls.map(({ id }) => id))
  expect([...acknowledged].filter((uid) => timesListed.get(uid) !== 1)).toEqual([])
  // What was on disk before its answer went out may be there too, once.
  expect([...timesListed].filter(([, times]) => times !== 1)).toEqual([])
  expect(calls.filter(({ events }) => events.length !== 1)).toEqual([])

  const deliveries = await deliveriesIn(dir)
  expect(deliveries.filter(({ verdict }) => verdict !== 'accepted')).toEqual([])
  const timesDelivered = countEach(deliveries.map(({ callId }) => callId ?? ''))
  expect([...acknowledged].filter((uid) => timesDelivered.get(uid) !== 1)).toEqual([])
}, 180_000)

function countEach(items: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}
