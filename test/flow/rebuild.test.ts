import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCallBook } from '../../main/calls/book/call-book.ts'
import { createLog } from '../../main/log.ts'
import { openReader } from '../../main/reader.ts'
import { openReceiver, type Receiver } from '../../main/receiver.ts'
import type { Call } from '../../shared/call.ts'

let dir: string
let said: string[]
const log = createLog((line) => said.push(line))

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-rebuild-'))
  said = []
})

afterEach(() => rm(dir, { recursive: true }))

async function withReceiver<T>(use: (receiver: Receiver) => Promise<T>): Promise<T> {
  const silent = { onChanged: () => {}, onBookChanged: () => {}, onStatus: () => {} }
  const receiver = await openReceiver({ dir, command: 'a test', now: Date.now, log, ...silent })
  await receiver.ready
  try {
    return await use(receiver)
  } finally {
    await receiver.stop()
  }
}

async function get(receiver: Receiver, query: string): Promise<void> {
  const { url, header } = await door(receiver)
  const answer = await fetch(`${url}?${query}`, { headers: header })
  expect(answer.status).toBe(204)
}

async function door(receiver: Receiver) {
  const { listener } = receiver.status()
  const url = listener.state === 'listening' ? listener.url : await receiver.listen('127.0.0.1', 0)
  const { header } = receiver.settings.current().proofs
  return { url, header: { [header?.name ?? '']: header?.value ?? '' } }
}

async function readCalls(): Promise<Call[]> {
  const { callBook } = await openReader(dir, log)
  const calls = await Promise.all(callBook.index.newest(0, 1_000).map(callBook.call))
  return calls.flatMap((call) => call ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** 120 calls with ring and end, so that there are two pages; notes and tags on some. */
async function fill(receiver: Receiver): Promise<void> {
  for (let number = 100; number < 220; number++) {
    const call = `uid=n2.1763877${number}.1&caller_number=9823045${number}`
    await get(receiver, `${call}&call_state=5`)
    if (number % 2 === 0) await get(receiver, `${call}&call_state=2&status=Missed`)
  }
  await receiver.edit('n2.1763877101.1', { field: 'note', value: 'refund' })
  await receiver.edit('n2.1763877205.1', { field: 'tag', tag: 'सुनीता', value: true })
  await receiver.edit('n2.1763877205.1', { field: 'seen', value: true })
}

describe('rebuild', () => {
  it('gives identical calls, notes and tags included, twice in a row', async () => {
    await withReceiver(fill)
    const before = await readCalls()
    await withReceiver((receiver) => receiver.rebuild())
    expect(await readCalls()).toEqual(before)
    await withReceiver((receiver) => receiver.rebuild())
    expect(await readCalls()).toEqual(before)
    expect(before).toHaveLength(120)
  })

  it('brings back the calls of pages that were deleted', async () => {
    await withReceiver(fill)
    const before = await readCalls()
    await rm(join(dir, 'pages', '000001.json'))
    await withReceiver((receiver) => receiver.rebuild())
    expect(await readCalls()).toEqual(before)
  })

  it('is not needed where a start finds a page gone: it asks the journal, once', async () => {
    await withReceiver(fill)
    const before = await readCalls()
    await rm(join(dir, 'pages', '000001.json'))
    expect(await readCalls()).toEqual(before)
    await withReceiver(async () => {})
    await withReceiver(async () => {})
    expect(await readCalls()).toEqual(before)
    expect(said.filter((line) => / [1-9]\d* journal lines folded in/.test(line))).toHaveLength(1)
  })

  it('happens by itself where a page is found damaged while it runs', async () => {
    await withReceiver(fill)
    const before = await readCalls()
    const path = join(dir, 'pages', '000001.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, `${text.slice(0, 5_000)}#${text.slice(5_001)}`)
    await withReceiver(async (receiver) => {
      await get(receiver, 'uid=n2.1763877101.1&caller_number=9823045101&call_state=2&status=Missed')
    })
    const calls = await readCalls()
    expect(calls).toHaveLength(120)
    expect(calls[1]).toMatchObject({ id: 'n2.1763877101.1', phase: 'ended', note: 'refund' })
    expect(calls.toSpliced(1, 1)).toEqual(before.toSpliced(1, 1))
  })

  it('keeps the facts whose deliveries are no longer kept', async () => {
    await withReceiver(fill)
    const before = await readCalls()
    for (const name of await readdir(join(dir, 'journal'))) await rm(join(dir, 'journal', name))
    expect(await withReceiver((receiver) => receiver.rebuild())).toEqual({ deliveries: 0, calls: 120 })
    expect(await readCalls()).toEqual(before)
  })

  it('is finished by the next start where it was cut short, and read as finished meanwhile', async () => {
    await withReceiver(fill)
    const before = await readCalls()
    const book = await openCallBook({ dir, readOnly: false, log })
    await book.load()
    const { contains, nextSeq } = book.saved()
    const ids = before.flatMap((call) => call.events.map((event) => event.deliveryId))
    await book.beginRebuild(new Set(ids))
    await book.save(contains, nextSeq)
    expect(await readCalls()).toEqual(before)
    await withReceiver(async () => {})
    expect(said.join()).toContain('cut short')
    expect(await readCalls()).toEqual(before)
    expect(await readFile(join(dir, 'book.json'), 'utf8')).toContain('"rebuilding": false')
  })

  it('takes what arrives meanwhile after it, once', async () => {
    await withReceiver(async (receiver) => {
      await fill(receiver)
      const rebuilding = receiver.rebuild()
      await get(receiver, 'uid=n2.1763877300.1&caller_number=9823045300&call_state=5')
      await rebuilding
    })
    const calls = await readCalls()
    expect(calls).toHaveLength(121)
    expect(calls.at(-1)).toMatchObject({ id: 'n2.1763877300.1', events: [{ kind: 'ringing' }] })
  })

  it('leaves every note where it is when calls were closed for want of news', async () => {
    await withReceiver(async (receiver) => {
      for (const uid of ['n2.1763877101.1', 'n2.1763877102.1']) {
        await get(receiver, `uid=${uid}&caller_number=9823045101&call_state=5`)
        const last = (await receiver.callBook.record(uid))?.facts[0]?.key ?? ''
        const mark = {
          kind: 'mark',
          mark: 'closed',
          callId: uid,
          closes: last,
          at: '2026-11-23T10:00:00.000Z',
        } as const
        await receiver.callBook.close({ ...mark, seq: 900 })
      }
      await receiver.edit('n2.1763877101.1', { field: 'note', value: 'of the first' })
    })
    await withReceiver((receiver) => receiver.rebuild())
    expect((await readCalls()).map(({ note }) => note)).toEqual(['of the first', ''])
  })

  it('runs one at a time, and edits wait for it', async () => {
    await withReceiver(async (receiver) => {
      await fill(receiver)
      const rebuilds = [receiver.rebuild(), receiver.rebuild()]
      const edited = receiver.edit('n2.1763877150.1', { field: 'note', value: 'meanwhile' })
      expect(await Promise.all(rebuilds)).toEqual([
        { deliveries: 180, calls: 120 },
        { deliveries: 180, calls: 120 },
      ])
      expect(await edited).toMatchObject({ note: 'meanwhile' })
    })
    expect(await readCalls()).toHaveLength(120)
  })

  it('puts facts into another call where today’s reading says so, and the note follows', async () => {
    await withReceiver(async (receiver) => {
      await get(receiver, 'caller_number=9823045678&call_state=5&our_call=n2.7.7&created=1763877600')
      const id = receiver.callBook.index.newest(0, 1)[0]?.id ?? ''
      expect(id).toMatch(/^own:/)
      await receiver.edit(id, { field: 'note', value: 'refund' })
    })
    const path = join(dir, 'settings.json')
    const settings = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...settings, queryFields: { our_call: 'uid' } }))
    await withReceiver((receiver) => receiver.rebuild())
    expect(await readCalls()).toMatchObject([{ id: 'n2.7.7', uid: 'n2.7.7', note: 'refund', custom: {} }])
  })
})
