import { describe, expect, it } from 'vitest'
import { createShownCall } from '../../../../renderer/history/state/shown-call.ts'
import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { callDetail } from '../example-calls.ts'

function createDesk() {
  const asked: { id: string; answer(detail: CallDetail | null): Promise<void>; refuse(): Promise<void> }[] =
    []
  const frames: (() => void)[] = []
  const shown = createShownCall({
    request: (id) =>
      new Promise((resolve, reject) => {
        asked.push({
          id,
          async answer(detail) {
            resolve(detail)
            await settle()
          },
          async refuse() {
            reject(new Error('page 12 is damaged'))
            await settle()
          },
        })
      }),
    nextFrame: (run) => void frames.push(run),
  })
  const frame = () => {
    for (const run of frames.splice(0)) run()
  }
  return { shown, asked, frame }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the shown call', () => {
  it('is none at first', () => {
    expect(createDesk().shown.view()).toEqual({ id: null, detail: null, state: 'none', reason: null })
  })

  it('is asked for by its id', async () => {
    const { shown, asked } = createDesk()
    shown.show('call-1')
    expect(shown.view()).toMatchObject({ id: 'call-1', state: 'loading' })
    await asked[0]?.answer(callDetail({ id: 'call-1' }))
    expect(shown.view()).toMatchObject({ id: 'call-1', state: 'ready', detail: { call: { id: 'call-1' } } })
  })

  it('is asked for one at a time, and only the last one wished for after it', async () => {
    const { shown, asked } = createDesk()
    for (const id of ['call-1', 'call-2', 'call-3', 'call-4']) shown.show(id)
    expect(asked.map(({ id }) => id)).toEqual(['call-1'])
    await asked[0]?.answer(callDetail({ id: 'call-1' }))
    expect(asked.map(({ id }) => id)).toEqual(['call-1', 'call-4'])
    expect(shown.view()).toMatchObject({ id: 'call-4', state: 'loading', detail: null })
    await asked[1]?.answer(callDetail({ id: 'call-4' }))
    expect(shown.view()).toMatchObject({ state: 'ready', detail: { call: { id: 'call-4' } } })
  })

  it('keeps the call before in sight until it has come', async () => {
    const { shown, asked } = createDesk()
    shown.show('call-1')
    await asked[0]?.answer(callDetail({ id: 'call-1' }))
    shown.show('call-2')
    expect(shown.view()).toMatchObject({ id: 'call-2', state: 'loading', detail: { call: { id: 'call-1' } } })
  })

  it('is read again once per frame when it changed, and not for other calls', async () => {
    const { shown, asked, frame } = createDesk()
    shown.show('call-1')
    await asked[0]?.answer(callDetail({ id: 'call-1' }))
    shown.changed(['call-7'])
    frame()
    expect(asked).toHaveLength(1)
    shown.changed(['call-1'])
    shown.changed(null)
    frame()
    expect(asked).toHaveLength(2)
    expect(shown.view().state).toBe('ready')
  })

  it('says that it is gone', async () => {
    const { shown, asked } = createDesk()
    shown.show('call-1')
    await asked[0]?.answer(null)
    expect(shown.view()).toEqual({ id: 'call-1', detail: null, state: 'gone', reason: null })
  })

  it('says why it could not be read, and tries again when told to', async () => {
    const { shown, asked } = createDesk()
    shown.show('call-1')
    await asked[0]?.refuse()
    expect(shown.view()).toMatchObject({ state: 'failed', reason: 'page 12 is damaged' })
    shown.retry()
    await asked[1]?.answer(callDetail({ id: 'call-1' }))
    expect(shown.view()).toMatchObject({ state: 'ready', reason: null })
  })
})
