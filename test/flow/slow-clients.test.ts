import { type ChildProcess, spawn } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { type OpenedHere, openHere } from '../support/receiver.ts'
import { folderWith, proof } from '../support/settings.ts'

const slowOnes = 1_000
const longestMs = 10_000
const mostTimesSlower = 3

const script = fileURLToPath(new URL('../support/slow-clients.ts', import.meta.url))

describe(`${slowOnes} clients that are slow with their head, their body or their reading`, () => {
  let opened: OpenedHere
  let url: string
  let attack: ChildProcess
  const openMs: Promise<number>[] = []
  let allOpen: () => void
  const areAllOpen = new Promise<void>((resolve) => {
    allOpen = resolve
  })

  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket }
    const openedAtMs = performance.now()
    openMs.push(
      new Promise((resolve) => {
        socket.once('close', () => resolve(performance.now() - openedAtMs))
      }),
    )
    if (openMs.length === slowOnes) allOpen()
  }

  beforeAll(async () => {
    opened = await openHere(folderWith())
    url = await opened.receiver.listen('127.0.0.1', 0)
  })
  afterAll(async () => {
    unsubscribe('net.server.socket', watch)
    attack.kill('SIGKILL')
    await opened.receiver.stop()
  })

  it('are each closed within 10 s, and honest deliveries meanwhile wait about as long as without them', {
    timeout: 60_000,
  }, async () => {
    // The first ones of a process are slower than all others.
    await p99Of(url, 100)
    const before = await medianP99(url)
    subscribe('net.server.socket', watch)
    attack = spawn(process.execPath, [script, new URL(url).port, String(slowOnes), proof.join(': ')])
    await areAllOpen
    unsubscribe('net.server.socket', watch)
    const meanwhile = await medianP99(url)
    const longest = Math.max(...(await Promise.all(openMs)))
    const after = await medianP99(url)
    expect(openMs).toHaveLength(slowOnes)
    expect(longest).toBeLessThanOrEqual(longestMs)
    expect(meanwhile).toBeLessThanOrEqual(mostTimesSlower * Math.max(before, after))
    expect(opened.said()).not.toMatch(/listener\./)
  })
})

/** In milliseconds. A hiccup of the machine spoils a round, not the median. */
async function medianP99(url: string): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 5; round++) rounds.push(await p99Of(url, 100))
  return atShare(rounds, 0.5)
}

/** Of honest deliveries, one after the other. */
async function p99Of(url: string, count: number): Promise<number> {
  const took: number[] = []
  for (let number = 0; number < count; number++) {
    const startedMs = performance.now()
    expect(await deliver(url, form(inCallLog()))).toBe(204)
    took.push(performance.now() - startedMs)
  }
  return atShare(took, 0.99)
}

function atShare(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0
}
