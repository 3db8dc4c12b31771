import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEar, type Ear } from '../../../main/hearing/blind-spots/ear.ts'
import { openHeardFile } from '../../../main/hearing/heard-file.ts'
import type { DeafMark } from '../../../main/journal/entry.ts'
import { createLog } from '../../../main/log.ts'
import { hourMs, minuteMs, secondMs, toInstant } from '../../../shared/time.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const startMs = Date.parse('2026-11-23T06:00:00Z')
let dir: string
let nowMs: number
let marks: DeafMark[]
let ear: Ear

beforeEach(() => {
  dir = tempFolder()
  nowMs = startMs
  marks = []
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})

afterEach(() => {
  vi.useRealTimers()
})

const log = createLog(() => {})

async function start(keep = async (mark: DeafMark) => void marks.push(mark)): Promise<void> {
  ear = createEar({ heard: await openHeardFile({ dir, log }), keep, now: () => nowMs, log })
}

/** Lets so much time pass, minute by minute. */
function pass(ms: number) {
  for (const endMs = nowMs + ms; nowMs < endMs; ) {
    nowMs += minuteMs
    vi.advanceTimersByTime(minuteMs)
  }
}

const listenedAt = () => JSON.parse(readFileSync(join(dir, 'heard.json'), 'utf8')).listenedAt
const beaten = (atMs: number) => vi.waitFor(() => expect(listenedAt()).toBe(toInstant(atMs)))
const minutes = () =>
  marks.map(({ from, to, because }) => [
    (Date.parse(from) - startMs) / minuteMs,
    (Date.parse(to) - startMs) / minuteMs,
    because,
  ])

describe('the ear', () => {
  it('says nothing of the time before the first start', async () => {
    await start()
    ear.listening()
    await beaten(startMs)
    await ear.stop()
    expect(marks).toEqual([])
  })

  it('knows after a crash, to the minute, when it last listened', async () => {
    await start()
    ear.listening()
    pass(10 * minuteMs)
    await beaten(startMs + 10 * minuteMs)
    // Killed here: nothing more is written.
    nowMs += hourMs
    await start()
    ear.listening()
    await ear.stop()
    expect(minutes()).toEqual([[10, 70, 'app-not-running']])
  })

  it('knows after a stop when that was, and counts no restart of half a minute', async () => {
    await start()
    ear.listening()
    nowMs += 30 * secondMs
    await ear.stop()
    nowMs += 29 * secondMs
    await start()
    ear.listening()
    await ear.stop()
    expect(marks).toEqual([])
    expect(listenedAt()).toBe(toInstant(startMs + 59 * secondMs))
  })

  it('does not beat while it is deaf, and writes down for how long it was', async () => {
    await start()
    ear.listening()
    pass(2 * minuteMs)
    ear.deaf('tunnel-down')
    ear.deaf('tunnel-down')
    pass(30 * minuteMs)
    await beaten(startMs + 2 * minuteMs)
    ear.over('tunnel-down')
    await beaten(startMs + 32 * minuteMs)
    expect(minutes()).toEqual([[2, 32, 'tunnel-down']])
    ear.over('tunnel-down')
    await ear.stop()
    expect(marks).toHaveLength(1)
  })

  it('writes nothing where every call says that what never was is over', async () => {
    const heard = await openHeardFile({ dir, log })
    let writes = 0
    const change: typeof heard.change = (values) => {
      writes++
      return heard.change(values)
    }
    ear = createEar({ heard: { ...heard, change }, keep: async () => {}, now: () => nowMs, log })
    ear.listening()
    await beaten(startMs)

    for (let call = 0; call < 100; call++) ear.over('tunnel-down')

    await ear.stop()
    // Of the begin and of the end.
    expect(writes).toBe(2)
  })

  it('writes down at a stop what still lasts, and the next start goes on from there', async () => {
    await start()
    ear.listening()
    ear.deaf('tunnel-down')
    pass(5 * minuteMs)
    await ear.stop()
    nowMs += 5 * minuteMs
    await start()
    ear.listening()
    await ear.stop()
    expect(minutes()).toEqual([
      [0, 5, 'tunnel-down'],
      [5, 10, 'app-not-running'],
    ])
  })

  it('finds a sleep that nobody told of', async () => {
    await start()
    ear.listening()
    pass(minuteMs)
    nowMs += hourMs
    vi.advanceTimersByTime(minuteMs)
    await ear.stop()
    expect(minutes()).toEqual([[1, 61, 'asleep']])
  })

  it('tells a port that was taken from an app that did not run', async () => {
    await start()
    ear.listening()
    await ear.stop()
    nowMs += 10 * minuteMs
    await start()
    ear.deaf('listener-failed')
    pass(5 * minuteMs)
    ear.listening()
    await ear.stop()
    expect(minutes()).toEqual([
      [0, 10, 'app-not-running'],
      [10, 15, 'listener-failed'],
    ])
  })

  it('loses no mark while the journal cannot be written', async () => {
    let isFull = true
    await start(async (mark) => {
      if (isFull) throw new Error('ENOSPC')
      marks.push(mark)
    })
    ear.listening()
    await beaten(startMs)
    ear.deaf('tunnel-down')
    pass(5 * minuteMs)
    ear.over('tunnel-down')
    pass(2 * minuteMs)
    isFull = false
    await ear.stop()
    expect(minutes()).toEqual([[0, 5, 'tunnel-down']])
  })
})

describe('heard.json', () => {
  it('that is damaged is set aside, and nothing is known', async () => {
    writeFileSync(join(dir, 'heard.json'), '{"listenedAt":')
    const heard = await openHeardFile({ dir, log })
    expect(heard.current()).toEqual({
      version: 1,
      listenedAt: null,
      heardOn: null,
      alertedForMs: null,
      holidayUntilMs: null,
    })
  })

  it('keeps what was changed, in the order of the changes', async () => {
    const heard = await openHeardFile({ dir, log })
    await Promise.all([
      heard.change({ heardOn: 'https://a.example/webhook' }),
      heard.change({ alertedForMs: 5 }),
      heard.change({ heardOn: 'https://b.example/webhook' }),
    ])
    expect((await openHeardFile({ dir, log })).current()).toMatchObject({
      heardOn: 'https://b.example/webhook',
      alertedForMs: 5,
    })
  })
})
