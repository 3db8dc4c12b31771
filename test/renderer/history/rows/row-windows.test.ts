import { describe, expect, it, vi } from 'vitest'
import { createRowWindows, type RowWindows } from '../../../../renderer/history/rows/row-windows.ts'
import { indexOf, rowAt } from '../../../../renderer/history/rows/window-range.ts'
import type { RowsQuery, RowsWindow } from '../../../../shared/ipc-contract.ts'
import { historyRow, historyRows } from '../example-calls.ts'

interface Asked {
  query: RowsQuery
  answer(window: Partial<RowsWindow>): Promise<void>
  refuse(reason: string): Promise<void>
}

/** A main process that answers when it is told to, and frames that come when they are told to. */
function createDesk() {
  const asked: Asked[] = []
  const frames: (() => void)[] = []
  const rows = createRowWindows({
    request: (query) =>
      new Promise((resolve, reject) => {
        asked.push({
          query,
          async answer(window) {
            const rows = window.rows ?? historyRows(query.from, query.count)
            resolve({ from: query.from, rows, total: 100_000, complete: true, ...window })
            await settle()
          },
          async refuse(reason) {
            reject(new Error(reason))
            await settle()
          },
        })
      }),
    nextFrame: (run) => void frames.push(run),
  })
  const frame = () => {
    for (const run of frames.splice(0)) run()
  }
  const last = () => {
    const newest = asked.at(-1)
    if (newest === undefined) throw new Error('nothing was asked')
    return newest
  }
  const of = (from: number) => {
    const found = asked.findLast(({ query }) => query.from === from)
    if (found === undefined) throw new Error(`rows from ${from} were not asked for`)
    return found
  }
  return { rows, asked, frame, last, of, froms: () => asked.map(({ query }) => query.from) }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

async function openDesk(window: Partial<RowsWindow> = {}) {
  const desk = createDesk()
  desk.rows.showRange(0, 12)
  await desk.last().answer(window)
  return desk
}

function ids(rows: RowWindows, from: number, count: number) {
  return Array.from({ length: count }, (_, at) => rowAt(rows.view().windows, from + at)?.id ?? null)
}

describe('the windows of rows', () => {
  it('begin with the first window and nothing else', () => {
    const { rows, asked } = createDesk()
    rows.showRange(0, 12)
    expect(asked.map(({ query }) => query)).toEqual([{ query: '', filter: 'all', from: 0, count: 50 }])
    expect(rows.view()).toMatchObject({ answered: false, waiting: true, total: 0 })
  })

  it('show what came', async () => {
    const { rows } = await openDesk({ total: 99_321 })
    expect(rows.view()).toMatchObject({ answered: true, waiting: false, total: 99_321, complete: true })
    expect(ids(rows, 48, 4)).toEqual(['call-48', 'call-49', null, null])
  })

  it('are asked for near the viewport only, two at a time, and only once', async () => {
    const desk = await openDesk()
    desk.rows.showRange(70_040, 70_060)
    expect(desk.froms()).toEqual([0, 70_000, 70_050])
    desk.rows.showRange(70_041, 70_061)
    expect(desk.froms()).toEqual([0, 70_000, 70_050])
    await desk.of(70_000).answer({})
    await desk.of(70_050).answer({})
    desk.rows.showRange(70_040, 70_060)
    expect(desk.froms()).toEqual([0, 70_000, 70_050])
  })

  it('skip what was scrolled past while others were under way', async () => {
    const desk = await openDesk()
    desk.rows.showRange(10_040, 10_060)
    for (let top = 10_100; top <= 50_000; top += 100) desk.rows.showRange(top, top + 12)
    await desk.of(10_050).answer({})
    await desk.of(10_000).answer({})
    expect(desk.froms().slice(3)).toEqual([50_000, 49_950])
  })

  it('drop the answer to an older question', async () => {
    const desk = await openDesk()
    desk.rows.ask({ query: 'des', filter: 'all' })
    desk.rows.ask({ query: 'desh', filter: 'all' })
    const [, older, newer] = desk.asked
    await newer?.answer({ rows: [historyRow({ id: 'new' })], total: 1 })
    await older?.answer({ rows: [historyRow({ id: 'old' })], total: 7 })
    expect(desk.rows.view()).toMatchObject({ question: { query: 'desh' }, total: 1 })
    expect(ids(desk.rows, 0, 1)).toEqual(['new'])
  })

  it('keep the old rows in sight until the new question is answered', async () => {
    const desk = await openDesk()
    desk.rows.ask({ query: '98', filter: 'missed' })
    expect(desk.rows.view()).toMatchObject({ waiting: true, question: { query: '' }, total: 100_000 })
    await desk.last().answer({ rows: [], total: 0 })
    expect(desk.rows.view()).toMatchObject({
      waiting: false,
      question: { query: '98', filter: 'missed' },
      total: 0,
    })
    expect(desk.rows.view().windows.get(0)).toEqual([])
  })

  it('ask nothing for a question that is asked already', async () => {
    const desk = await openDesk()
    desk.rows.ask({ query: '', filter: 'all' })
    expect(desk.asked).toHaveLength(1)
  })

  it('ask again for what is shown once per frame, however much changed', async () => {
    const desk = await openDesk()
    desk.rows.showRange(500, 512)
    await desk.of(500).answer({})
    await desk.of(450).answer({})
    const before = desk.asked.length
    for (let change = 0; change < 80; change++) desk.rows.invalidate()
    expect(desk.asked).toHaveLength(before)
    desk.frame()
    expect(desk.froms().slice(before)).toEqual([500, 450])
  })

  it('stay in sight while they are asked for again, and are asked for again when news overtakes an answer', async () => {
    const desk = await openDesk()
    desk.rows.invalidate()
    desk.frame()
    const underWay = desk.last()
    desk.rows.invalidate()
    desk.frame()
    expect(desk.asked).toHaveLength(2)
    expect(ids(desk.rows, 0, 1)).toEqual(['call-0'])
    await underWay.answer({ rows: historyRows(1, 50) })
    expect(ids(desk.rows, 0, 1)).toEqual(['call-1'])
    expect(desk.asked).toHaveLength(3)
  })

  it('ask on at the end of a list that may go on, and stop where it ends', async () => {
    const desk = await openDesk({ total: 50, complete: false })
    desk.rows.showRange(0, 12)
    expect(desk.froms()).toEqual([0])
    desk.rows.showRange(25, 37)
    expect(desk.froms()).toEqual([0, 50])
    await desk.last().answer({ rows: historyRows(50, 23), total: 73 })
    desk.rows.showRange(60, 72)
    expect(desk.froms()).toEqual([0, 50])
    expect(desk.rows.view()).toMatchObject({ total: 73, complete: true })
  })

  it('do not ask forever where an answer stays short', async () => {
    const desk = await openDesk({ rows: historyRows(0, 20), total: 20, complete: false })
    desk.rows.showRange(8, 20)
    desk.rows.showRange(7, 19)
    expect(desk.asked).toHaveLength(1)
  })

  it('do not shrink a long result when its top is asked for again', async () => {
    const desk = await openDesk({ total: 50, complete: false })
    desk.rows.showRange(40, 52)
    await desk.last().answer({ total: 100, complete: false })
    desk.rows.showRange(0, 12)
    desk.rows.invalidate()
    desk.frame()
    await desk.last().answer({ total: 50, complete: false })
    expect(desk.rows.view()).toMatchObject({ total: 100, complete: false })
  })

  it('say what failed, keep what they have, and go on when told to', async () => {
    const desk = await openDesk()
    desk.rows.showRange(200, 212)
    await desk.last().refuse("Error invoking remote method 'rows': Error: the index is busy")
    expect(desk.rows.view()).toMatchObject({ failure: 'the index is busy', total: 100_000 })
    const before = desk.asked.length
    desk.rows.showRange(300, 312)
    expect(desk.asked).toHaveLength(before)
    desk.rows.retry()
    await desk.last().answer({})
    expect(desk.rows.view().failure).toBeNull()
  })

  it('remember where days begin in windows that were let go', async () => {
    const desk = await openDesk({ rows: [historyRow({ firstOfDay: true }), ...historyRows(1, 49)] })
    for (let top = 1_000; top < 4_000; top += 50) {
      desk.rows.showRange(top, top + 12)
      for (const { answer } of desk.asked.splice(0)) await answer({})
      for (const { answer } of desk.asked.splice(0)) await answer({})
    }
    expect(desk.rows.view().windows.size).toBeLessThanOrEqual(24)
    expect(rowAt(desk.rows.view().windows, 0)).toBeUndefined()
    expect([...desk.rows.view().headings]).toEqual([0])
  })

  it('keep the same headings while none changed', async () => {
    const desk = await openDesk({ rows: [historyRow({ firstOfDay: true }), ...historyRows(1, 49)] })
    const { headings } = desk.rows.view()
    desk.rows.invalidate()
    desk.frame()
    await desk.last().answer({ rows: [historyRow({ firstOfDay: true }), ...historyRows(1, 49)] })
    expect(desk.rows.view().headings).toBe(headings)
  })

  it('let go of rows behind the end of a list that became shorter', async () => {
    const desk = await openDesk({ total: 120 })
    desk.rows.showRange(90, 102)
    for (const { answer } of desk.asked.slice(1)) await answer({ total: 120 })
    desk.rows.showRange(0, 12)
    desk.rows.invalidate()
    desk.frame()
    await desk.last().answer({ rows: historyRows(0, 30), total: 30 })
    expect(desk.rows.view().total).toBe(30)
    expect([...desk.rows.view().windows.keys()]).toEqual([0])
  })

  it('tell those who listen, until they stop', async () => {
    const desk = await openDesk()
    const listener = vi.fn()
    const stop = desk.rows.subscribe(listener)
    desk.rows.ask({ query: 'a', filter: 'all' })
    expect(listener).toHaveBeenCalledTimes(1)
    stop()
    await desk.last().answer({})
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('the place of a call', () => {
  const windows = new Map([
    [0, historyRows(0, 50)],
    [7, historyRows(350, 50)],
  ])

  it.each([
    ['call-3', 3, 3],
    ['call-3', null, 3],
    ['call-360', 12, 360],
    ['call-99', 99, null],
  ])('of %s, last seen at %s, is %s', (id, lastIndex, place) => {
    expect(indexOf(windows, id, lastIndex)).toBe(place)
  })
})
