import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDisplay } from '../../main/display.ts'
import { unreached } from '../../main/reach.ts'
import { readSetUp } from '../../main/set-up/set-up.ts'
import type { CheckCode, SetUp } from '../../shared/set-up.ts'
import { payload } from '../myoperator/support.ts'
import { filesHolding } from '../support/files.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { type OpenedHere, openHere } from '../support/receiver.ts'
import { folderWith, proof } from '../support/settings.ts'

let dir: string
let opened: OpenedHere
let url: string

beforeEach(async () => {
  dir = folderWith(undefined, { hasBegun: false })
  opened = await openHere(dir)
  url = await opened.receiver.listen('127.0.0.1', 0)
})
afterEach(() => opened.receiver.stop())

function setUp(): Promise<SetUp> {
  return readSetUp({
    receiver: opened.receiver,
    reach: unreached(),
    display: createDisplay({ country: 'IN', me: [] }),
    secrets: { kept: () => ['ngrok.authtoken'], where: 'They lie there.' },
    notificationProblem: null,
  })
}

async function check(code: CheckCode) {
  return (await setUp()).checks.find((one) => one.code === code)
}

/** What is taken behind the reply is there when all its calls are. */
async function sendV2(name: string, changes: object = {}): Promise<void> {
  const event = payload(name, { ...changes })
  expect(await deliver(url, JSON.stringify(event))).toBe(204)
}

describe('the owner sets up v2', () => {
  it('says that the secret is wrong, and when, and keeps nothing', async () => {
    const body = JSON.stringify(payload('v2-dial-begin'))
    expect(await deliver(url, body, { [proof[0]]: 'mistyped' })).toBe(401)
    const found = await check('secret-right')
    expect(found).toMatchObject({
      state: 'wrong',
      at: opened.receiver.status().refused.lastAt,
      sentence: expect.stringMatching(/^The secret is wrong: .+ at \d\d:\d\d and was refused/),
    })
    expect(await check('request-arrived')).toMatchObject({ state: 'done' })
    expect(filesHolding(dir, 's4.1772429460.881')).toEqual([])
    expect(opened.receiver.callBook.index.size()).toBe(0)
  })

  it('says that no ringing was seen where only the summary is ticked', async () => {
    await sendV2('v2-summary')
    await expect.poll(() => check('talk-time-seen')).toMatchObject({ state: 'done' })
    const found = await check('ringing-seen')
    expect(found).toMatchObject({
      state: 'wrong',
      sentence: expect.stringMatching(/^No ringing seen.+tick Dial begin/),
    })
    expect((await setUp()).isDone).toBe(false)
  })

  it('says that WhatsApp is to be unticked, and keeps none of its words', async () => {
    await sendV2('whatsapp')
    await expect
      .poll(() => check('only-calls'))
      .toMatchObject({
        state: 'wrong',
        sentence: expect.stringContaining('Untick WhatsApp'),
      })
    expect(await check('secret-right')).toMatchObject({ state: 'done' })
    expect(filesHolding(dir, '4111')).toEqual([])
    await opened.receiver.stop()
    expect(filesHolding(dir, '4111')).toEqual([])
  })

  it('offers both agents whom a real ring rang, and is done only after its end', async () => {
    await sendV2('v2-dial-begin')
    await expect.poll(() => check('agent-named')).toMatchObject({ state: 'done' })
    const rung = await setUp()
    expect(rung.agents.map(({ key, number }) => [key, number])).toEqual([
      ['+919000010001', '90000 10001'],
      ['+919000010002', '90000 10002'],
    ])
    expect(rung.isDone).toBe(false)
    await sendV2('v2-answered')
    await sendV2('v2-dial-begin', { event_id: 'e-5', event_sequence: 5, event_type: 'call.end' })
    await expect.poll(async () => (await setUp()).isDone).toBe(true)
    expect(await check('talk-time-seen')).toMatchObject({ state: 'waiting' })
    await sendV2('v2-summary')
    await expect.poll(() => check('talk-time-seen')).toMatchObject({ state: 'done' })
    const done = await setUp()
    expect(done.checks.map(({ state }) => state)).toEqual(Array(7).fill('done'))
    expect(done.agents.map(({ name }) => name).sort()).toEqual(['Asha Rao', 'रवि कुमार'])
  })
})

describe('the owner sets up v1', () => {
  it('is told to add the After-call webhook, then the In-call one is enough for the card', async () => {
    expect(await deliver(url, form(inCallLog({ event: 1, call_state: 5 })))).toBe(204)
    await expect.poll(() => check('agent-named')).toMatchObject({ state: 'done' })
    expect(await deliver(url, form(inCallLog({ event: 1, call_state: 2 })))).toBe(204)
    await expect.poll(async () => (await setUp()).isDone).toBe(true)
    expect((await check('talk-time-seen'))?.sentence).toContain('there is an After-call webhook')
  })

  it('is told to add the In-call webhook where only logs come', async () => {
    expect(await deliver(url, form(payload('after-call')))).toBe(204)
    await expect.poll(() => check('ringing-seen')).toMatchObject({ state: 'wrong' })
    expect((await check('ringing-seen'))?.sentence).toContain('there is an In-call webhook')
  })
})

describe('the set-up page', () => {
  it('counts no pretend call', async () => {
    const mark = opened.receiver.pretendMarks.issue()
    const headers = { 'x-ringtray-pretend': mark }
    expect(await deliver(url, form(inCallLog({ event: 1, call_state: 5 })), headers)).toBe(204)
    await expect.poll(() => opened.receiver.callBook.index.listed()).toBe(1)
    const { checks, agents, isDone } = await setUp()
    expect(checks.map(({ state }) => state)).toEqual(Array(7).fill('waiting'))
    expect({ agents, isDone }).toEqual({ agents: [], isDone: false })
  })

  it('holds the listener’s address while there is no other, and the public one where there is', async () => {
    const first = await setUp()
    expect(first.paste.v2[0]).toEqual({ field: 'URL', value: url, copy: 'webhookUrl' })
    expect(JSON.stringify(first)).not.toContain(proof[1])
    const reach = unreached()
    reach.tunnel.publicUrl = 'https://calls.example.com/webhook'
    const reached = await readSetUp({
      receiver: opened.receiver,
      reach,
      display: createDisplay({ country: 'IN', me: [] }),
      secrets: { kept: () => [], where: '' },
      notificationProblem: 'None are shown.',
    })
    expect(reached.paste.v1[1]?.value).toBe('https://calls.example.com/webhook')
    expect(reached.notificationProblem).toBe('None are shown.')
  })

  it('offers ways in by the traffic that was told', async () => {
    const untold = await setUp()
    expect(untold).toMatchObject({ isFirstStart: true, traffic: null, secrets: ['ngrok.authtoken'] })
    expect(untold.waysIn.every(({ isOffered }) => isOffered)).toBe(true)
    expect(untold.waysIn[0]?.carries).toBe('20,000 requests a month')
    await opened.receiver.settings.change({ callsPerDay: 1_440, hasBegun: true })
    const told = await setUp()
    expect(told).toMatchObject({ isFirstStart: false, traffic: { callsPerDay: 1_440 } })
    expect(told.waysIn.filter(({ isOffered }) => !isOffered).map(({ carries }) => carries)).toEqual([
      '20,000 requests a month; you need up to 187,200',
    ])
  })
})
