import { describe, expect, it, vi } from 'vitest'
import { savedShownMs } from '../../../../renderer/page-store/page-store.ts'
import { createSettingsStore } from '../../../../renderer/settings/state/settings-store.ts'
import type { SettingsChange, SettingsPage } from '../../../../shared/settings-page.ts'
import { examplePage } from '../example-page.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

function createDesk() {
  const sent: unknown[] = []
  const reads: PromiseWithResolvers<SettingsPage>[] = []
  const saves: PromiseWithResolvers<void>[] = []
  const timers: { delayMs: number; run: () => void }[] = []
  const send = (what: unknown) => {
    sent.push(what)
    const save = Promise.withResolvers<void>()
    saves.push(save)
    return save.promise
  }
  const store = createSettingsStore({
    request() {
      const read = Promise.withResolvers<SettingsPage>()
      reads.push(read)
      return read.promise
    },
    change: (change: SettingsChange) => send(change),
    setDoNotDisturb: send,
    after: (delayMs, run) => timers.push({ delayMs, run }),
  })
  async function opened() {
    store.read()
    reads[0]?.resolve(examplePage)
    await settle()
  }
  return { store, sent, reads, saves, timers, opened }
}

describe('the settings in their window', () => {
  it('are what was read', async () => {
    const { store, opened } = createDesk()
    expect(store.view().page).toBeNull()
    await opened()
    expect(store.view()).toEqual({ page: examplePage, failure: null, saves: {} })
  })

  it('show a change at once, and say when it is saved, for a while', async () => {
    const { store, sent, saves, timers, opened } = createDesk()
    await opened()
    const saved = store.change('showCallsAs', { showCallsAs: 'card' })
    expect(store.view().page?.showCallsAs).toBe('card')
    expect(store.view().saves.showCallsAs).toEqual({ state: 'saving' })
    saves[0]?.resolve()
    expect(await saved).toBe(true)
    expect(sent).toEqual([{ showCallsAs: 'card' }])
    expect(store.view().saves.showCallsAs).toEqual({ state: 'saved' })
    expect(timers[0]?.delayMs).toBe(savedShownMs)
    timers[0]?.run()
    expect(store.view().saves).toEqual({})
    expect(store.view().page?.showCallsAs).toBe('card')
  })

  it('take back what could not be saved, and keep saying why', async () => {
    const { store, saves, timers, opened } = createDesk()
    await opened()
    const saved = store.change('showCallsAs', { showCallsAs: 'card' })
    saves[0]?.reject(new Error('the disk is full'))
    expect(await saved).toBe(false)
    expect(store.view().page?.showCallsAs).toBe('card and notification')
    for (const { run } of timers) run()
    expect(store.view().saves.showCallsAs).toEqual({ state: 'failed', reason: 'the disk is full' })
  })

  it('hold quick changes of one thing, whichever is answered first', async () => {
    const { store, saves, opened } = createDesk()
    await opened()
    const both = [
      store.change('whose', { me: ['u7'] }),
      store.change('whose', { me: ['u7', '+919823045678'] }),
    ]
    saves[0]?.resolve()
    await both[0]
    expect(store.view().page?.me).toHaveLength(2)
    saves[1]?.resolve()
    await both[1]
    expect(store.view().page?.me).toHaveLength(2)
  })

  it('let one failure leave the other change where it is', async () => {
    const { store, saves, opened } = createDesk()
    await opened()
    const first = store.change('whose', { me: ['u7'] })
    const second = store.change('showCallsAs', { showCallsAs: 'card' })
    saves[0]?.reject(new Error('no'))
    saves[1]?.resolve()
    await Promise.all([first, second])
    expect(store.view().page).toMatchObject({ me: [], showCallsAs: 'card' })
  })

  it('ask again after a change, and forget an answer that is older', async () => {
    const { store, reads, saves, opened } = createDesk()
    await opened()
    store.read()
    const saved = store.change('showCallsAs', { showCallsAs: 'card' })
    saves[0]?.resolve()
    await saved
    expect(reads).toHaveLength(3)
    reads[1]?.resolve(examplePage)
    await settle()
    expect(store.view().page?.showCallsAs).toBe('card')
    reads[2]?.resolve({ ...examplePage, showCallsAs: 'notification' })
    await settle()
    expect(store.view().page?.showCallsAs).toBe('notification')
  })

  it('say when they cannot be read, and keep what was read before', async () => {
    const { store, reads, opened } = createDesk()
    await opened()
    store.read()
    reads[1]?.reject(new Error("Error invoking remote method 'ringtray:request': Error: EIO"))
    await settle()
    expect(store.view()).toMatchObject({ page: examplePage, failure: 'EIO' })
    store.read()
    reads[2]?.resolve(examplePage)
    await settle()
    expect(store.view().failure).toBeNull()
  })

  it('set do not disturb, and tell those who listen', async () => {
    const { store, sent, saves, opened } = createDesk()
    await opened()
    const listener = vi.fn()
    const stop = store.subscribe(listener)
    const saved = store.setDoNotDisturb(15)
    saves[0]?.resolve()
    await saved
    expect(sent).toEqual([15])
    expect(store.view().saves.doNotDisturb).toEqual({ state: 'saved' })
    expect(listener).toHaveBeenCalled()
    stop()
    listener.mockClear()
    store.read()
    expect(listener).not.toHaveBeenCalled()
  })
})
