import { describe, expect, it } from 'vitest'
import { createBlindSpots } from '../../../../renderer/history/blind-spots/blind-spots-store.ts'
import type { BlindSpot } from '../../../../shared/hearing.ts'
import { at } from './example-spots.ts'

const asleep = (from: string, to: string): BlindSpot => ({
  from: at(from),
  to: at(to),
  because: 'asleep',
  outsideShift: false,
})

function createDesk() {
  const asked: { from: string; to: string; answer(spots: BlindSpot[]): void; refuse(): void }[] = []
  const store = createBlindSpots({
    request: (from, to) =>
      new Promise((resolve, reject) => {
        asked.push({ from, to, answer: resolve, refuse: () => reject(new Error('no')) })
      }),
    now: () => Date.parse(at('12:00')),
  })
  let news = 0
  store.subscribe(() => {
    news++
  })
  async function answer(spots: BlindSpot[]) {
    asked.at(-1)?.answer(spots)
    await settle()
  }
  return { store, asked, answer, news: () => news }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('the blind spots of the times shown', () => {
  it('are asked for once, up to now where the newest rows are shown', async () => {
    const { store, asked, answer } = createDesk()
    store.show({ from: at('06:00'), to: null })
    store.show({ from: at('06:00'), to: null })
    await answer([asleep('07:00', '08:00')])

    expect(asked.map(({ from, to }) => [from, to])).toEqual([[at('06:00'), at('12:00')]])
    expect(store.view()).toEqual([{ ...asleep('07:00', '08:00'), isOpen: false }])
  })

  it('last where they reach up to now', async () => {
    const { store, answer } = createDesk()
    store.show({ from: at('06:00'), to: null })
    await answer([asleep('07:00', '12:00')])
    expect(store.view()[0]?.isOpen).toBe(true)

    store.show({ from: at('06:00'), to: at('12:00') })
    await answer([asleep('07:00', '12:00')])
    expect(store.view()[0]?.isOpen).toBe(false)
  })

  it('are asked for one at a time, and only for the newest times', async () => {
    const { store, asked, answer, news } = createDesk()
    store.show({ from: at('06:00'), to: null })
    store.show({ from: at('05:00'), to: null })
    store.show({ from: at('04:00'), to: null })
    store.refresh()
    expect(asked).toHaveLength(1)

    await answer([asleep('07:00', '08:00')])
    expect(store.view()).toEqual([])
    expect(asked.map(({ from }) => from)).toEqual([at('06:00'), at('04:00')])

    await answer([asleep('05:00', '05:30')])
    expect(store.view()).toHaveLength(1)
    expect(asked).toHaveLength(2)
    expect(news()).toBe(1)
  })

  it('are the same array while nothing changed, and stay where they could not be had', async () => {
    const { store, asked, answer, news } = createDesk()
    store.show({ from: at('06:00'), to: null })
    await answer([asleep('07:00', '08:00')])
    const first = store.view()

    store.refresh()
    await answer([asleep('07:00', '08:00')])
    store.refresh()
    asked.at(-1)?.refuse()
    await settle()

    expect(store.view()).toBe(first)
    expect(news()).toBe(1)

    store.refresh()
    await answer([])
    expect(store.view()).toEqual([])
  })

  it('are none while no times are shown, and nobody is asked', async () => {
    const { store, asked } = createDesk()
    store.refresh()
    store.show(null)
    await settle()
    expect(asked).toEqual([])
    expect(store.view()).toEqual([])
  })
})
