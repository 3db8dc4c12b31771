import { describe, expect, it } from 'vitest'
import type { Fact } from '../../main/calls/fact.ts'
import { createCallIndex } from '../../main/calls/index/call-index.ts'
import { type IndexRow, toIndexRow } from '../../main/calls/index/index-row.ts'
import { project } from '../../main/calls/project.ts'
import { createDisplay } from '../../main/display.ts'
import { createRowWindows } from '../../main/history/row-windows.ts'
import { toHistoryRow } from '../../main/history/to-history-row.ts'
import type { RowsQuery } from '../../shared/ipc-contract.ts'
import { dayMs, toInstant } from '../../shared/time.ts'

const startMs = Date.parse('2026-11-20T06:00:00Z')
const display = createDisplay({ country: 'IN', me: ['+919000010001'] })
const all: RowsQuery = { query: '', filter: 'all', from: 0, count: 50 }

/** `count` calls, ten a day; every fifth is missed, every second rings me. */
function history(count: number) {
  const index = createCallIndex()
  for (let ordinal = 0; ordinal < count; ordinal++) index.put(ordinal, rowAt(ordinal))
  const windows = createRowWindows({
    index,
    isMine: ({ agents }) => agents.some(display.isMe),
    toRow: (row, firstOfDay) =>
      toHistoryRow(row, { display, desk: { me: ['+919000010001'], notMe: [] }, firstOfDay }),
  })
  return { index, windows }
}

function rowAt(ordinal: number): IndexRow {
  const startedAt = toInstant(startMs + Math.floor(ordinal / 10) * dayMs + ordinal)
  const fact: Fact = {
    kind: 'ended',
    phase: 'ended',
    outcome: ordinal % 5 === 0 ? 'missed' : 'connected',
    customer: { number: '+919823045678', name: `Caller x${ordinal}` },
    agents: [{ number: ordinal % 2 === 0 ? '+919000010001' : '+919000010002' }],
    ...{ key: 'a', seq: 1, deliveryId: 'a', receivedAt: startedAt, at: startedAt },
  }
  const record = { id: `c${ordinal}`, facts: [fact], edits: {} }
  return toIndexRow(record, project(record.id, record.facts, {}))
}

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

describe('windows of the history', () => {
  it('gives the newest first, and the total without counting', async () => {
    const { windows } = history(25)
    const window = await windows.read({ ...all, count: 3 })
    expect(idsOf(window)).toEqual(['c24', 'c23', 'c22'])
    expect([window.total, window.complete]).toEqual([25, true])
  })

  it('marks the first row of each day, also at the edge of a window', async () => {
    const { windows } = history(25)
    const marked = async (from: number, count: number) =>
      (await windows.read({ ...all, from, count })).rows.filter((row) => row.firstOfDay).map((row) => row.id)
    expect(await marked(0, 25)).toEqual(['c24', 'c19', 'c9'])
    expect(await marked(5, 5)).toEqual(['c19'])
    expect(await marked(6, 5)).toEqual([])
  })

  it('finds no more than it is asked for, and goes on where it stopped', async () => {
    const { windows } = history(100)
    const query = { ...all, query: 'caller', count: 10 }
    const first = await windows.read(query)
    expect([first.total, first.complete]).toEqual([11, false])
    const last = await windows.read({ ...query, from: 90, count: 50 })
    expect(idsOf(last)).toEqual(['c9', 'c8', 'c7', 'c6', 'c5', 'c4', 'c3', 'c2', 'c1', 'c0'])
    expect([last.total, last.complete]).toEqual([100, true])
  })

  it('answers questions that are asked at once, each as if it were alone', async () => {
    const { windows } = history(100)
    const asked = ['x9', 'caller', 'x1'].map((query) => windows.read({ ...all, query, count: 100 }))
    expect((await Promise.all(asked)).map(({ total }) => total)).toEqual([11, 100, 11])
  })

  it('filters by missed and mine, together with what is typed', async () => {
    const { windows } = history(30)
    expect(idsOf(await windows.read({ ...all, filter: 'missed' }))).toEqual([
      'c25',
      'c20',
      'c15',
      'c10',
      'c5',
      'c0',
    ])
    expect((await windows.read({ ...all, filter: 'mine' })).total).toBe(15)
    expect(idsOf(await windows.read({ ...all, filter: 'missed', query: 'x2' }))).toEqual(['c25', 'c20'])
  })

  it('sees a call that came since, once it is told that something changed', async () => {
    const { windows, index } = history(10)
    await windows.read({ ...all, query: 'caller' })
    index.put(10, rowAt(10))
    windows.forget()
    expect((await windows.read({ ...all, query: 'caller' })).total).toBe(11)
  })

  it('gives rows ready for the eye', async () => {
    const { windows } = history(2)
    const { rows } = await windows.read(all)
    expect(rows).toMatchObject([
      { id: 'c1', number: '98230 45678', agents: ['90000 10002'], mine: false, outcome: 'connected' },
      { id: 'c0', name: 'Caller x0', agents: ['you'], mine: true, outcome: 'missed' },
    ])
  })
})
