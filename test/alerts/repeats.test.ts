import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Told } from '../../main/calls/fact.ts'
import { answer, asha, createStage, end, me, pass, ring, startMs, vikram } from './stage.ts'

beforeEach(() => void vi.useFakeTimers({ now: startMs }))
afterEach(() => void vi.useRealTimers())

const menu: Told = { kind: 'initiated', at: ring(0).at as string, direction: 'incoming' }
/** v2: all legs so far. */
const endOfAll: Told = { ...end(60), agents: [asha, me, vikram] }
/** v1: the leg that rang last. */
const endOfOne: Told = { ...end(60), agents: [vikram] }
const log: Told = { ...end(61), kind: 'log', exact: true, phase: 'ended', agents: [asha, me, vikram] }

const hunts: [string, Told[]][] = [
  ['that a colleague answers first', [menu, ring(1, asha, me), answer(5, asha), endOfAll]],
  ['that I answer in the end', [menu, ring(1, asha), ring(20, me), answer(25, me), endOfAll]],
  ['that moves on from me and is answered', [ring(1, me), ring(20, vikram), answer(25, vikram), endOfAll]],
  ['that nobody answers', [menu, ring(1, asha), ring(20, me), ring(40, vikram), endOfAll]],
  ['whose end names one', [menu, ring(1, asha), ring(20, me), ring(40, vikram), endOfOne]],
  ['that nobody answers, with a log', [ring(1, me), ring(20, asha), endOfOne, { ...log, outcome: 'missed' }]],
  ['that is transferred to me', [ring(1, asha), answer(5, asha), ring(30, me), answer(35, me), endOfAll]],
]

/** Every delivery four times, in any order, so many seconds apart. */
const deliveries = (told: Told[]) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        told.flatMap((_, index) => [index, index, index, index]),
        { minLength: told.length * 4 },
      ),
      fc.array(fc.constantFrom(0, 0, 1, 4, 12), { minLength: told.length * 4, maxLength: told.length * 4 }),
    )
    .map(([order, gaps]) => order.map((index, at) => ({ index, gap: gaps[at] ?? 0 })))

function play(told: Told[], order: { index: number; gap: number }[]) {
  vi.setSystemTime(startMs)
  const stage = createStage()
  for (const { index, gap } of order) {
    stage.tell(told[index] as Told, 'call', `key ${index}`)
    expect(stage.calls().length).toBeLessThanOrEqual(1)
    expect(stage.banners.alive.size).toBeLessThanOrEqual(1)
    pass(gap)
  }
  pass(200)
  const rows = stage.rows().map(({ kind }) => kind)
  const alive = stage.banners.titles()
  stage.alerter.stop()
  return { rows, alive, notified: stage.banners.notified }
}

function inOrder(told: Told[]) {
  const { rows, alive } = play(
    told,
    told.map((_, index) => ({ index, gap: 1 })),
  )
  return { rows, alive }
}

describe.each(hunts)('a hunt %s, every delivery four times in any order', (_name, told) => {
  it('notifies once at most of each state, and leaves the screen as in the right order', () => {
    const expected = inOrder(told)
    fc.assert(
      fc.property(deliveries(told), (order) => {
        const played = play(told, order)
        expect(new Set(played.notified).size).toBe(played.notified.length)
        expect(played).toMatchObject(expected)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a hunt whose end names nobody, every delivery four times in any order', () => {
  const told = [menu, ring(1, asha), ring(20, me), ring(40, vikram), end(60)]

  // Until it is told whom it rang it may be mine: then a miss can go and come back.
  it('leaves the screen as in the right order', () => {
    const expected = inOrder(told)
    fc.assert(
      fc.property(deliveries(told), (order) => {
        expect(play(told, order)).toMatchObject(expected)
      }),
      { numRuns: 60 },
    )
  })
})
