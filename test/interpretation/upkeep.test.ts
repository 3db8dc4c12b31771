import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CallBook, openCallBook } from '../../main/calls/book/call-book.ts'
import type { Told } from '../../main/calls/fact.ts'
import { startUpkeep } from '../../main/interpretation/upkeep.ts'
import type { ClosedMark } from '../../main/journal/entry.ts'
import { createLog } from '../../main/log.ts'
import { hourMs, minuteMs, toInstant } from '../../shared/time.ts'

let dir: string
let book: CallBook
let marks: ClosedMark[]
let seq: number
let nowMs: number

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-upkeep-'))
  book = await openCallBook({ dir, readOnly: false, log: createLog(() => {}) })
  await book.load()
  marks = []
  seq = 0
  nowMs = Date.parse('2026-11-23T06:00:00Z')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})

afterEach(async () => {
  vi.useRealTimers()
  await rm(dir, { recursive: true })
})

async function arrive(told: Told): Promise<void> {
  const place = { key: `key-${++seq}`, repeatable: false, seq, deliveryId: `delivery-${seq}` }
  await book.take(told, { ...place, receivedAt: toInstant(nowMs) })
}

function start() {
  return startUpkeep({
    callBook: book,
    now: () => nowMs,
    async keep(mark) {
      marks.push(mark)
      await book.close({ ...mark, seq: ++seq })
    },
    onForgotten: () => {},
  })
}

/** Lets so much time pass, minute by minute, and everything that it sets off happen. */
async function pass(ms: number): Promise<void> {
  for (const end = nowMs + ms; nowMs < end; ) {
    nowMs += minuteMs
    await vi.advanceTimersByTimeAsync(minuteMs)
  }
}

const outcomes = () => book.index.newest(0, 10).map(({ id, phase, outcome }) => [id, phase, outcome])
const ring: Told = { kind: 'ringing', phase: 'ringing', uid: 'n2.1.1' }

describe('upkeep', () => {
  it('closes a call of which nothing was heard for three hours, once', async () => {
    await arrive(ring)
    start()
    await pass(3 * hourMs - minuteMs)
    expect(marks).toEqual([])
    await pass(5 * minuteMs)
    await vi.waitFor(() => expect(outcomes()).toEqual([['n2.1.1', 'ended', 'unknown']]))
    await pass(hourMs)
    expect(marks).toHaveLength(1)
    expect(marks[0]).toMatchObject({ callId: 'n2.1.1', closes: 'key-1' })
  })

  it('lets a late log correct what it closed', async () => {
    await arrive(ring)
    start()
    await pass(3 * hourMs + 5 * minuteMs)
    await vi.waitFor(() => expect(marks).toHaveLength(1))
    await arrive({ kind: 'log', exact: true, phase: 'ended', outcome: 'connected', uid: 'n2.1.1' })
    expect(outcomes()).toEqual([['n2.1.1', 'ended', 'connected']])
  })

  it('counts three hours from the last arrival, not from the start of the call', async () => {
    await arrive(ring)
    start()
    await pass(2 * hourMs)
    await arrive({ kind: 'answered', phase: 'answered', uid: 'n2.1.1' })
    await pass(2 * hourMs)
    expect(marks).toEqual([])
  })

  it('waits after a sleep, for retries may be on their way', async () => {
    await arrive(ring)
    start()
    await pass(2 * minuteMs)
    nowMs += 8 * hourMs
    await pass(minuteMs)
    expect(marks).toEqual([])
    await pass(3 * minuteMs)
    await vi.waitFor(() => expect(marks).toHaveLength(1))
  })

  it('forgets a pretend call after a day', async () => {
    await arrive({ ...ring, source: 'pretend' })
    start()
    await pass(minuteMs)
    expect(book.index.listed()).toBe(1)
    nowMs += 24 * hourMs
    await pass(2 * minuteMs)
    await vi.waitFor(() => expect(book.index.listed()).toBe(0))
  })
})
