import { describe, expect, it, vi } from 'vitest'
import { createNotUnderstood, mostListed } from '../../../../renderer/history/state/not-understood.ts'
import { arrivedDeliveries } from '../deliveries/example-deliveries.ts'

function createDesk(kept: number) {
  const desk = { kept, readAgain: Promise.withResolvers<{ deliveries: number }>() }
  const request = vi.fn(async () => arrivedDeliveries(Math.min(desk.kept, mostListed)))
  const interpretAgain = vi.fn(() => desk.readAgain.promise)
  const onReadAgain = vi.fn()
  const store = createNotUnderstood({ request, interpretAgain, onReadAgain })
  store.counted(kept)
  return { desk, store, request, interpretAgain, onReadAgain }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('what is not understood', () => {
  it('is asked for only while somebody looks, and again when its count changes', async () => {
    const { desk, store, request } = createDesk(3)
    store.counted(4)
    expect(request).not.toHaveBeenCalled()
    store.open()
    await settle()
    expect(store.view().reading.answer).toHaveLength(3)
    store.counted(4)
    expect(request).toHaveBeenCalledTimes(1)
    desk.kept = 5
    store.counted(5)
    await settle()
    expect(store.view().reading.answer).toHaveLength(5)
    store.close()
    store.counted(6)
    expect(request).toHaveBeenCalledTimes(2)
  })
})

describe('interpreting again', () => {
  it('tells how many are understood now, and that calls may have changed', async () => {
    const { desk, store, onReadAgain } = createDesk(3)
    store.open()
    await settle()
    const done = store.interpretAgain()
    expect(store.view().again).toEqual({ state: 'busy' })
    expect(onReadAgain).not.toHaveBeenCalled()
    desk.kept = 1
    desk.readAgain.resolve({ deliveries: 1_204 })
    await done
    expect(store.view().again).toEqual({ state: 'done', deliveries: 1_204, understood: 2 })
    expect(store.view().reading.answer).toHaveLength(1)
    expect(onReadAgain).toHaveBeenCalledTimes(1)
  })

  it('counts by the status where the list is too short for all', async () => {
    const { desk, store } = createDesk(312)
    store.open()
    await settle()
    const done = store.interpretAgain()
    desk.kept = 130
    store.counted(130)
    desk.readAgain.resolve({ deliveries: 900 })
    await done
    expect(store.view().again).toMatchObject({ understood: 182 })
  })

  it('claims nothing where more came meanwhile, or where nobody knows what was there before', async () => {
    const { desk, store } = createDesk(3)
    store.open()
    await settle()
    const more = store.interpretAgain()
    desk.kept = 4
    desk.readAgain.resolve({ deliveries: 9 })
    await more
    expect(store.view().again).toMatchObject({ understood: 0 })

    const unread = createDesk(3)
    const blind = unread.store.interpretAgain()
    unread.desk.readAgain.resolve({ deliveries: 9 })
    await blind
    expect(unread.store.view().again).toMatchObject({ understood: null })
  })

  it('runs once at a time, also when the pane was left and opened again', async () => {
    const { store, interpretAgain } = createDesk(3)
    store.open()
    void store.interpretAgain()
    store.close()
    store.open()
    void store.interpretAgain()
    await settle()
    expect(store.view().again).toEqual({ state: 'busy' })
    expect(interpretAgain).toHaveBeenCalledTimes(1)
  })

  it('says why it failed, until the pane is opened anew', async () => {
    const { desk, store, onReadAgain } = createDesk(3)
    store.open()
    const done = store.interpretAgain()
    desk.readAgain.reject(new Error('the disk is full'))
    await done
    expect(store.view().again).toEqual({ state: 'failed', reason: 'the disk is full' })
    expect(onReadAgain).not.toHaveBeenCalled()
    store.open()
    expect(store.view().again).toEqual({ state: 'idle' })
  })
})
