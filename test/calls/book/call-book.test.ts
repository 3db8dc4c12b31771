import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CallBook, openCallBook, type Place } from '../../../main/calls/book/call-book.ts'
import type { Told } from '../../../main/calls/fact.ts'
import { createLog } from '../../../main/log.ts'
import { minuteMs, secondMs, toInstant } from '../../../shared/time.ts'

let dir: string
let said: string[]
const log = createLog((line) => said.push(line))
const startMs = Date.parse('2026-11-23T06:00:00Z')

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ringtray-book-'))
  said = []
})

afterEach(() => rm(dir, { recursive: true }))

async function open(): Promise<CallBook> {
  const book = await openCallBook({ dir, readOnly: false, log })
  await book.load()
  return book
}

let seq = 0

/** A delivery that arrives so many ms after the start; its key is its number unless told. */
function place(atMs: number, key = `key-${seq + 1}`, repeatable = false): Place {
  seq++
  return { key, repeatable, seq, deliveryId: `delivery-${seq}`, receivedAt: toInstant(startMs + atMs) }
}

const customer = { number: '+919823045678', raw: '9823045678' }
const ring: Told = { kind: 'ringing', phase: 'ringing', direction: 'incoming', customer }
const answer: Told = { kind: 'answered', phase: 'answered', customer }
const end: Told = { kind: 'ended', phase: 'ended', customer }
const at = (atMs: number) => ({ at: toInstant(startMs + atMs) })

describe('taking what a delivery says', () => {
  it('adds the facts of one uid up to one call', async () => {
    const book = await open()
    const uid = 'n2.1763877600.1'
    await book.take({ ...ring, uid, ...at(0) }, place(0))
    const { callId, before, after } = await book.take({ ...answer, uid, ...at(8_000) }, place(8_000))
    expect(callId).toBe(uid)
    expect(before?.phase).toBe('ringing')
    expect(after).toMatchObject({ phase: 'answered', answeredAt: toInstant(startMs + 8_000) })
    expect(book.index.size()).toBe(1)
  })

  it('changes nothing when a key comes again, however late', async () => {
    const book = await open()
    const told = { ...ring, uid: 'n2.1.1', ...at(0) }
    const first = await book.take(told, place(0, 'same'))
    const again = await book.take(told, place(26 * 60 * minuteMs, 'same'))
    expect(again).toMatchObject({
      verdict: 'duplicate',
      callId: 'n2.1.1',
      before: first.after,
      after: first.after,
    })
    expect(again.before).toBe(again.after)
  })

  it('knows a repeat without uid by its key, also after the call was answered', async () => {
    const book = await open()
    const first = await book.take({ ...ring, ...at(0) }, place(0, 'ring'))
    await book.take({ ...answer, ...at(5_000) }, place(5_000))
    const again = await book.take({ ...ring, ...at(0) }, place(60_000, 'ring'))
    expect(again).toMatchObject({ verdict: 'duplicate', callId: first.callId })
  })

  it('takes a bare ring that comes again within 100 s as the same, and later as another call', async () => {
    const book = await open()
    const first = await book.take(ring, place(0, 'bare', true))
    const retry = await book.take(ring, place(90 * secondMs, 'bare', true))
    const other = await book.take(ring, place(200 * secondMs, 'bare', true))
    expect(retry).toMatchObject({ verdict: 'duplicate', callId: first.callId })
    expect(other).toMatchObject({ verdict: 'accepted', before: null })
    expect(other.callId).not.toBe(first.callId)
  })

  it('knows a bare repeat of a withheld number too', async () => {
    const book = await open()
    const withheld: Told = { ...ring, customer: { raw: 'anonymous', withheld: true } }
    const first = await book.take(withheld, place(0, 'bare', true))
    const retry = await book.take(withheld, place(30 * secondMs, 'bare', true))
    expect(retry).toMatchObject({ verdict: 'duplicate', callId: first.callId })
  })

  it('joins ring, answer and end of one customer where no uid is told', async () => {
    const book = await open()
    const first = await book.take(ring, place(0, 'a', true))
    await book.take(answer, place(9_000, 'b', true))
    const last = await book.take(end, place(60_000, 'c', true))
    expect(last.callId).toBe(first.callId)
    expect(last.after).toMatchObject({ phase: 'ended', outcome: 'connected' })
  })

  it('never joins withheld numbers', async () => {
    const book = await open()
    const withheld = { raw: 'unknown', withheld: true } as const
    await book.take({ ...ring, customer: withheld }, place(0))
    await book.take({ ...end, customer: withheld }, place(9_000))
    expect(book.index.size()).toBe(2)
  })

  it('lets a uid take over a call without one, and finds it by the old id still', async () => {
    const book = await open()
    const first = await book.take(ring, place(0, 'a', true))
    const named = await book.take({ ...answer, uid: 'n2.7.7', ...at(9_000) }, place(9_000))
    expect(named).toMatchObject({ callId: 'n2.7.7', before: { id: first.callId } })
    expect(book.index.size()).toBe(1)
    expect((await book.record(first.callId))?.id).toBe('n2.7.7')
  })
})

describe('what is saved', () => {
  it('is there again, once, and the index is taken from its cache', async () => {
    const book = await open()
    for (let count = 0; count < 250; count++) {
      await book.take({ ...ring, uid: `n2.${count}.1`, ...at(count * secondMs) }, place(count * secondMs))
    }
    await book.save(seq, seq + 1)
    expect(await readdir(join(dir, 'pages'))).toEqual(['000001.json', '000002.json', '000003.json'])
    const again = await open()
    expect(again.index.newest(0, 300)).toEqual(book.index.newest(0, 300))
    expect(again.saved()).toMatchObject({ contains: seq, nextSeq: seq + 1 })
  })

  it('is only what changed: a page that did not stays untouched on disk', async () => {
    const book = await open()
    for (let count = 0; count < 150; count++) await book.take({ ...ring, uid: `n2.${count}.1` }, place(count))
    await book.save(seq, seq + 1)
    await writeFile(join(dir, 'pages', '000001.json'), 'marked')
    await book.take({ ...end, uid: 'n2.149.1' }, place(1_000))
    await book.save(seq, seq + 1)
    expect(await readFile(join(dir, 'pages', '000001.json'), 'utf8')).toBe('marked')
  })

  it('gives the same calls when everything is taken again over pages of mixed age', async () => {
    const deliveries = Array.from({ length: 120 }, (_, count) => [
      [{ ...ring, uid: `n2.${count}.1`, ...at(count) }, place(count)] as const,
      [{ ...end, uid: `n2.${count}.1`, ...at(count + 1) }, place(count + 1)] as const,
    ]).flat()
    const book = await open()
    for (const [told, where] of deliveries.slice(0, 201)) await book.take(told, where)
    await book.save(0, 1)
    const oldPage = await readFile(join(dir, 'pages', '000001.json'))
    for (const [told, where] of deliveries.slice(201)) await book.take(told, where)
    await book.take({ ...answer, uid: 'n2.3.1' }, place(5_000, 'late'))
    await book.save(0, 1)
    const whole = book.index.newest(0, 200)
    await writeFile(join(dir, 'pages', '000001.json'), oldPage)
    const again = await open()
    for (const [told, where] of deliveries) await again.take(told, where)
    await again.take({ ...answer, uid: 'n2.3.1' }, place(5_000, 'late'))
    const rows = again.index.newest(0, 200).map((row) => ({ ...row, heardMs: 0 }))
    expect(rows).toEqual(whole.map((row) => ({ ...row, heardMs: 0 })))
  })

  it('names a damaged page, sets it aside and leaves the others alone', async () => {
    const book = await open()
    for (let count = 0; count < 150; count++) await book.take({ ...ring, uid: `n2.${count}.1` }, place(count))
    await book.save(seq, seq + 1)
    const path = join(dir, 'pages', '000001.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('n2.5.1', 'n2.5.2'))
    await rm(join(dir, 'index'), { recursive: true })
    const again = await open()
    expect(again.index.size()).toBe(50)
    expect(said.join()).toMatch(/file\.damaged 000001\.json .*000001\.json\.damaged-/)
    expect((await readdir(join(dir, 'pages'))).filter((name) => name.includes('damaged'))).toHaveLength(1)
  })

  it('keeps pretend calls out of the count and forgets them when they are old', async () => {
    const book = await open()
    await book.take({ ...ring, uid: 'n2.1.1', source: 'pretend', ...at(0) }, place(0))
    await book.take({ ...ring, uid: 'n2.2.1', ...at(0) }, place(0))
    expect([book.index.size(), book.index.listed()]).toEqual([1, 2])
    expect(await book.forgetPretend(startMs)).toBe(0)
    expect(await book.forgetPretend(startMs + 1)).toBe(1)
    await book.save(seq, seq + 1)
    expect((await open()).index.listed()).toBe(1)
  })
})
