import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openChildren } from '../../main/tunnel/child/children.ts'
import { providers } from '../../main/tunnel/providers.ts'
import { createSupervisor } from '../../main/tunnel/supervisor.ts'
import type { TunnelEvent, TunnelMeans, TunnelProvider, TunnelTarget } from '../../main/tunnel/tunnel.ts'
import type { OwnUrlSettings, TunnelStatus } from '../../shared/tunnel.ts'
import { silentLog } from '../support/printed.ts'
import { tempFolder } from '../support/temp-folder.ts'

const settings: OwnUrlSettings = { kind: 'own-url', url: 'https://calls.example.com' }
const target: TunnelTarget = { host: '127.0.0.1', port: 7464 }
const up: TunnelEvent = { kind: 'up', publicUrl: 'https://calls.example.com/webhook', hint: null }
const down: TunnelEvent = { kind: 'down', problem: { code: 'ended', sentence: 'It ended.' } }

/** A way in of which every step is told by the test. */
function createRecorder() {
  const openings: { target: TunnelTarget; means: TunnelMeans; isOpen: boolean; finishClosing(): void }[] = []
  const provider: TunnelProvider<OwnUrlSettings> = {
    ...providers['own-url'],
    open(_, to, means) {
      const closed = Promise.withResolvers<void>()
      const opening = { target: to, means, isOpen: true, finishClosing: closed.resolve }
      openings.push(opening)
      return {
        async close() {
          await closed.promise
          opening.isOpen = false
        },
      }
    },
  }
  return { openings, provider }
}

async function arrange(hasProof = () => true) {
  const { openings, provider } = createRecorder()
  const dir = tempFolder()
  const children = await openChildren({ dir, log: silentLog })
  const told: TunnelStatus[] = []
  const supervisor = createSupervisor({
    dir,
    providers: { ...providers, 'own-url': provider },
    children,
    hasProof,
    readSecret: async () => null,
    now: Date.now,
    random: () => 1,
    log: silentLog,
    onStatus: (status) => told.push(status),
  })
  const settle = () => vi.advanceTimersByTimeAsync(0)
  return {
    supervisor,
    openings,
    told,
    settle,
    tell: (index: number, event: TunnelEvent) => openings[index]?.means.onEvent(event),
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('without a configured proof', () => {
  it('does not start, says why, and starts once there is one', async () => {
    let isSet = false
    const { supervisor, openings, settle } = await arrange(() => isSet)
    supervisor.start(settings, target)
    await settle()
    expect(openings).toEqual([])
    expect(supervisor.status()).toMatchObject({ state: 'stopped', problem: 'no-proof' })
    expect(supervisor.status().sentence).toContain('no secret is set')
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(openings).toEqual([])

    isSet = true
    supervisor.start(settings, target)
    await settle()
    expect(openings).toHaveLength(1)
    expect(supervisor.status()).toMatchObject({ state: 'starting', problem: null })
  })

  it('does not come back after the proof was taken away', async () => {
    let isSet = true
    const { supervisor, openings, settle, tell } = await arrange(() => isSet)
    supervisor.start(settings, target)
    await settle()
    isSet = false
    openings[0]?.finishClosing()
    tell(0, down)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(openings).toHaveLength(1)
    expect(supervisor.status()).toMatchObject({ state: 'stopped', problem: 'no-proof' })
  })
})

describe('one tunnel at a time', () => {
  it('opens the next only when the last is closed, to the port that is wanted by then', async () => {
    const { supervisor, openings, settle } = await arrange()
    supervisor.start(settings, target)
    await settle()
    supervisor.start(settings, { ...target, port: 1 })
    supervisor.start(settings, { ...target, port: 2 })
    await settle()
    expect(openings).toHaveLength(1)
    openings[0]?.finishClosing()
    await settle()
    expect(openings.map(({ target, isOpen }) => [target.port, isOpen])).toEqual([
      [7464, false],
      [2, true],
    ])
  })

  it('hears nothing more of one that is not wanted', async () => {
    const { supervisor, openings, settle, tell } = await arrange()
    supervisor.start(settings, target)
    await settle()
    supervisor.restart()
    tell(0, up)
    openings[0]?.finishClosing()
    await settle()
    expect(supervisor.status().state).toBe('starting')
    tell(1, up)
    tell(0, down)
    expect(supervisor.status().state).toBe('up')
  })

  it('opens none that was stopped while the last was closing', async () => {
    const { supervisor, openings, settle } = await arrange()
    supervisor.start(settings, target)
    await settle()
    supervisor.restart()
    const stopped = supervisor.stop()
    openings[0]?.finishClosing()
    await stopped
    await vi.advanceTimersByTimeAsync(600_000)
    expect(openings.map(({ isOpen }) => isOpen)).toEqual([false])
    expect(supervisor.status()).toMatchObject({ state: 'stopped', problem: null })
  })
})

describe('time', () => {
  it('opens again after the delay and not before', async () => {
    const { supervisor, openings, settle, tell } = await arrange()
    supervisor.start(settings, target)
    await settle()
    openings[0]?.finishClosing()
    tell(0, down)
    await vi.advanceTimersByTimeAsync(999)
    expect(openings).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(openings).toHaveLength(2)
  })

  it('gives up an opening of which nothing is heard', async () => {
    const { supervisor, openings, settle } = await arrange()
    supervisor.start(settings, target)
    await settle()
    openings[0]?.finishClosing()
    await vi.advanceTimersByTimeAsync(30_000)
    expect(supervisor.status()).toMatchObject({ state: 'down', problem: 'no-answer' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(openings).toHaveLength(2)
  })

  it('lets a tunnel that stands stand', async () => {
    const { supervisor, openings, settle, tell, told } = await arrange()
    supervisor.start(settings, target)
    await settle()
    tell(0, up)
    supervisor.proved()
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    expect(openings).toHaveLength(1)
    expect(told.map(({ state }) => state)).toEqual(['starting', 'up', 'proven'])
  })
})

it('logs codes, never addresses or sentences', async () => {
  const lines: string[] = []
  const { provider, openings } = createRecorder()
  const dir = tempFolder()
  const log = {
    info: (...words: string[]) => lines.push(words.join(' ')),
    warn: (...words: unknown[]) => lines.push(words.join(' ')),
  }
  const supervisor = createSupervisor({
    dir,
    providers: { ...providers, 'own-url': provider },
    children: await openChildren({ dir, log }),
    hasProof: () => true,
    readSecret: async () => null,
    now: Date.now,
    random: () => 1,
    log,
    onStatus: () => {},
  })
  supervisor.start(settings, target)
  await vi.advanceTimersByTimeAsync(0)
  openings[0]?.means.onEvent(up)
  openings[0]?.means.onEvent(down)
  expect(lines).toEqual([
    'tunnel.starting The tunnel is starting',
    'tunnel.up The tunnel is up',
    'tunnel.down The tunnel is down (ended)',
  ])
})
