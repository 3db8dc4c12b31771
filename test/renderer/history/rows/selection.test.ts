import { describe, expect, it } from 'vitest'
import { movedTo, moveOfKey, settled } from '../../../../renderer/history/rows/selection.ts'
import { historyRows } from '../example-calls.ts'

describe('a key', () => {
  const list = { index: 20, total: 100, pageRows: 11 }

  it.each([
    ['ArrowDown', list, 21],
    ['ArrowUp', list, 19],
    ['PageDown', list, 31],
    ['PageUp', list, 9],
    ['Home', list, 0],
    ['End', list, 99],
    ['ArrowDown', { ...list, index: 99 }, 99],
    ['ArrowUp', { ...list, index: 0 }, 0],
    ['PageDown', { ...list, index: 95 }, 99],
    ['PageUp', { ...list, index: 4 }, 0],
    ['ArrowDown', { ...list, index: null }, 0],
    ['ArrowUp', { ...list, index: null }, 0],
    ['PageDown', { ...list, index: null }, 11],
    ['End', { ...list, total: 0, index: null }, null],
  ])('%s in %j leads to %s', (key, state, place) => {
    const move = moveOfKey(key)
    expect(move === null ? null : movedTo(move, state)).toBe(place)
  })

  it.each(['a', 'Enter', 'constructor'])('%s does not move', (key) => {
    expect(moveOfKey(key)).toBeNull()
  })
})

describe('the selection', () => {
  const view = { windows: new Map([[0, historyRows(0, 50)]]), total: 1_000 }

  it('learns which call stands at the chosen place', () => {
    expect(settled({ id: null, index: 7 }, view)).toEqual({ id: 'call-7', index: 7 })
  })

  it('waits while the row has not arrived', () => {
    const far = { id: null, index: 900 }
    expect(settled(far, view)).toBe(far)
  })

  it('follows its call when another comes above it', () => {
    const shifted = { windows: new Map([[0, historyRows(-1, 50)]]), total: 1_001 }
    expect(settled({ id: 'call-7', index: 7 }, shifted)).toEqual({ id: 'call-7', index: 8 })
  })

  it('stays with a call that is in no window held', () => {
    const far = { id: 'call-900', index: 900 }
    expect(settled(far, view)).toBe(far)
  })

  it('finds the place of a call that was chosen by its id', () => {
    expect(settled({ id: 'call-12', index: null }, view)).toEqual({ id: 'call-12', index: 12 })
  })

  it('takes the last row where the list became shorter', () => {
    expect(settled({ id: null, index: 7 }, { ...view, total: 3 })).toEqual({ id: 'call-2', index: 2 })
  })

  it('is nothing while nothing is chosen', () => {
    expect(settled({ id: null, index: null }, view)).toEqual({ id: null, index: null })
  })
})
