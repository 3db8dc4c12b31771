import { describe, expect, it } from 'vitest'
import { createPageStore } from '../../../renderer/page-store/page-store.ts'

const settle = () => new Promise((resolve) => setImmediate(resolve))

function createDesk() {
  const reads: PromiseWithResolvers<{ count: number }>[] = []
  const store = createPageStore<{ count: number }, 'count' | 'probe'>({
    request() {
      const read = Promise.withResolvers<{ count: number }>()
      reads.push(read)
      return read.promise
    },
    after: () => {},
  })
  return { store, reads }
}

describe('a page and its changes', () => {
  it('resolves a reading when its answer stands there, or is known to be missing', async () => {
    const { store, reads } = createDesk()
    const first = store.read()
    reads[0]?.resolve({ count: 1 })
    await first
    expect(store.view().page).toEqual({ count: 1 })
    const second = store.read()
    reads[1]?.reject(new Error('EIO'))
    await second
    expect(store.view()).toMatchObject({ page: { count: 1 }, failure: 'EIO' })
  })

  it('shows a change at once, and keeps the page where only the other side knows', async () => {
    const { store, reads } = createDesk()
    void store.read()
    reads[0]?.resolve({ count: 1 })
    await settle()
    const saved = Promise.withResolvers<void>()
    void store.save('count', { send: () => saved.promise, applied: () => ({ count: 2 }) })
    void store.save('probe', { send: async () => {} })
    expect(store.view().page).toEqual({ count: 2 })
    saved.reject(new Error('no'))
    await settle()
    expect(store.view().page).toEqual({ count: 1 })
    expect(store.view().saves).toEqual({
      count: { state: 'failed', reason: 'no' },
      probe: { state: 'saved' },
    })
  })
})
