import { describe, expect, it } from 'vitest'
import { placeSpots, timesOf } from '../../../../renderer/history/blind-spots/place-spots.ts'
import { windowRows } from '../../../../renderer/history/rows/window-range.ts'
import type { HistoryRow } from '../../../../shared/ipc-contract.ts'
import { historyRow } from '../example-calls.ts'
import { at, spot } from './example-spots.ts'

const rowsAt = (...times: string[]) => times.map((time) => historyRow({ startedAt: at(time) }))
const held = (...windows: [number, HistoryRow[]][]) => new Map(windows)

function placed(spots: Parameters<typeof placeSpots>[0], windows: Map<number, HistoryRow[]>) {
  return [...placeSpots(spots, windows)].map(([index, above]) => [
    index,
    above.map(({ from, to }) => `${from.slice(11, 16)}–${to.slice(11, 16)}`),
  ])
}

describe('a blind spot', () => {
  const rows = held([0, rowsAt('12:00', '11:00', '10:00')])

  it.each([
    ['between two rows', spot('10:10', '10:40'), [[2, ['10:10–10:40']]]],
    ['newer than all', spot('12:10', '12:40'), [[0, ['12:10–12:40']]]],
    ['over a row that came late', spot('10:50', '11:10'), [[1, ['10:50–11:10']]]],
    ['that ends as a row begins', spot('10:10', '11:00'), [[2, ['10:10–11:00']]]],
    ['older than all', spot('09:10', '09:40'), []],
  ])('%s stands above the newest row that began before its end', (_case, one, expected) => {
    expect(placed([one], rows)).toEqual(expected)
  })

  it('stands below newer ones of the same place', () => {
    const spots = [spot('10:10', '10:20'), spot('10:30', '10:40'), spot('11:30', '11:40')]
    expect(placed(spots, rows)).toEqual([
      [1, ['11:30–11:40']],
      [2, ['10:30–10:40', '10:10–10:20']],
    ])
  })

  it('is left out where the row above is not held', () => {
    const spots = [spot('08:30', '08:40'), spot('10:30', '10:40')]
    const windows = held([3, rowsAt('08:00')], [2, rowsAt('10:00', '09:00')])
    expect(placed(spots, windows)).toEqual([[3 * windowRows, ['08:30–08:40']]])
  })
})

describe('the times shown', () => {
  it('reach from the oldest row held to now, or to the newest where newer ones are not held', () => {
    const rows = rowsAt('11:00', '10:00')
    expect(timesOf(held([0, rows]))).toEqual({ from: at('10:00'), to: null })
    expect(timesOf(held([2, rows], [3, rowsAt('09:00')]))).toEqual({ from: at('09:00'), to: at('11:00') })
  })

  it('are none without a row that tells its time', () => {
    expect(timesOf(held([0, [historyRow({ startedAt: '' })]]))).toBeNull()
    expect(timesOf(held())).toBeNull()
  })
})
