import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../shared/call.ts'
import { payload } from '../myoperator/support.ts'
import { filesHolding } from '../support/files.ts'
import { callsIn, deliveriesIn } from '../support/printed.ts'
import { form, inCallLog } from '../support/provider.ts'
import { exchange, type RawRequest } from '../support/raw-http.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'

let serve: Serving

beforeAll(async () => {
  serve = await startServe({ dir: folderWith() })
})

afterAll(async () => {
  await serve.stop()
})

/** A log whose texts hold what breaks a form that is not percent-encoded. */
const log = (uid: string) =>
  inCallLog({
    uid,
    clid_raw: '+919711636496',
    clid: '+919711636496',
    rdnis: '+911140000000',
    call_state: '6',
    event: '1',
    department_name: 'Sales & support; 100% café + “बिक्री”',
    client_ref_id: 'a=b&c=d%20e+f;g',
  })

const type = (contentType: string) => [`Content-Type: ${contentType}`]
const formType = type('application/x-www-form-urlencoded')

/** Every body of myoperator.md §1, and how each is told apart: by its bytes. */
const forms: [name: string, request: (uid: string) => RawRequest][] = [
  ['a percent-encoded form', (uid) => ({ headers: formType, body: form(log(uid)) })],
  [
    'a form as URLSearchParams makes it',
    (uid) => ({
      headers: formType,
      body: `${new URLSearchParams({ myoperator: JSON.stringify(log(uid)) })}`,
    }),
  ],
  ['an unencoded form', (uid) => ({ headers: formType, body: `myoperator=${JSON.stringify(log(uid))}` })],
  [
    'an unencoded form of several lines',
    (uid) => ({ headers: formType, body: `myoperator=${JSON.stringify(log(uid), null, 2)}` }),
  ],
  [
    'a form with another field before and after',
    (uid) => ({ headers: formType, body: `a=1&${form(log(uid))}&b=2` }),
  ],
  ['raw JSON', (uid) => ({ headers: type('application/json'), body: JSON.stringify(log(uid)) })],
  ['raw JSON that is called a form', (uid) => ({ headers: formType, body: JSON.stringify(log(uid)) })],
  ['raw JSON that is called nothing', (uid) => ({ body: JSON.stringify(log(uid)) })],
  [
    'raw JSON behind a byte order mark',
    (uid) => ({ headers: type('application/json'), body: `\uFEFF${JSON.stringify(log(uid))}` }),
  ],
  [
    'JSON with the log under myoperator',
    (uid) => ({ headers: type('application/json'), body: JSON.stringify({ myoperator: log(uid) }) }),
  ],
  [
    'JSON with the log as text under myoperator',
    (uid) => ({
      headers: type('application/json'),
      body: JSON.stringify({ myoperator: JSON.stringify(log(uid)) }),
    }),
  ],
  [
    'a form field named data',
    (uid) => ({ headers: formType, body: `data=${encodeURIComponent(JSON.stringify(log(uid)))}` }),
  ],
  ['plain text', (uid) => ({ headers: type('text/plain'), body: `myoperator=${JSON.stringify(log(uid))}` })],
  [
    'multipart',
    (uid) => ({
      headers: type('multipart/form-data; boundary=X'),
      body: `--X\r\nContent-Disposition: form-data; name="myoperator"\r\n\r\n${JSON.stringify(log(uid))}\r\n--X--\r\n`,
    }),
  ],
  [
    'gzip of a form',
    (uid) => ({ headers: [...formType, 'Content-Encoding: gzip'], body: gzipSync(form(log(uid))) }),
  ],
  [
    'gzip of JSON',
    (uid) => ({
      headers: [...type('application/json'), 'Content-Encoding: gzip'],
      body: gzipSync(JSON.stringify(log(uid))),
    }),
  ],
  [
    'deflate of a form',
    (uid) => ({ headers: [...formType, 'Content-Encoding: deflate'], body: deflateSync(form(log(uid))) }),
  ],
  [
    'brotli of a form',
    (uid) => ({ headers: [...formType, 'Content-Encoding: br'], body: brotliCompressSync(form(log(uid))) }),
  ],
]

const uidOf = (index: number) => `n2.1596270949.${index}`

describe('the same log', () => {
  it.each(forms.map(([name, request], index) => ({ name, request, index })))(
    'is the same call as $name',
    async ({ request, index }) => {
      const answer = await send(request(uidOf(index)))
      expect(answer).toMatchObject({ status: 204, body: '' })
      expect(await callOf(uidOf(index))).toEqual(await expectedCall(uidOf(index)))
      expect(await deliveryOf(uidOf(index))).toMatchObject({
        method: 'POST',
        verdict: 'accepted',
        reason: null,
        dialect: 'in-call',
      })
    },
  )

  it('is the same call as a GET, but for what parameters cannot carry', async () => {
    const uid = uidOf(100)
    const { clid_raw, department_name: _, ...fields } = log(uid)
    const query = new URLSearchParams({
      caller_number: String(clid_raw),
      created: '1596270956',
      event: 'incoming',
      call_state: '6',
      uid,
      company_id: String(fields.company_id),
      service_number: String(fields.rdnis),
      agent_number: '8586848544',
      reference_id: String(fields.reference_id),
      client_ref_id: String(fields.client_ref_id),
      ivr_id: String(fields.public_ivr_id),
    })
    const answer = await send({ method: 'GET', target: `/webhook?${query}` })
    expect(answer).toMatchObject({ status: 204, body: '' })
    const expected = await expectedCall(uid)
    expect(await callOf(uid)).toEqual({ ...expected, department: null })
    expect(await deliveryOf(uid)).toMatchObject({ method: 'GET', verdict: 'accepted', dialect: 'query' })
  })

  it('wins over the parameters that came with its POST, and is filled in by them', async () => {
    const uid = uidOf(101)
    const answer = await send({
      target: '/webhook?caller_number=+919999999999&uid=n2.1596270949.102&campaign=monsoon',
      headers: formType,
      body: form(log(uid)),
    })
    expect(answer.status).toBe(204)
    expect(await callOf(uid)).toEqual({ ...(await expectedCall(uid)), custom: { campaign: 'monsoon' } })
    expect(await callOf(uidOf(102))).toBeUndefined()
  })

  it('keeps a national number, a space for the plus and a plus the same number', async () => {
    const raws = ['9711636496', '919711636496', '+919711636496', ' 919711636496']
    for (const [index, clid] of raws.entries()) {
      const uid = uidOf(110 + index)
      const { status } = await send({
        headers: formType,
        body: `myoperator=${JSON.stringify(inCallLog({ uid, clid, clid_raw: clid }))}`,
      })
      expect(status).toBe(204)
      expect((await callOf(uid))?.customer.number).toBe('+919711636496')
    }
  })
})

describe("the document's curl examples", () => {
  // As the document shows them; what the scan broke in the log (`"jd"`, `II2II'`, `-11lea-`, `e`) is repaired.
  const pasted = `{
"id": "5f25296c4122c135",
"uid": "n2.1596270949.2175190",
"reference_id": "fd771ed0-d3d1-11ea-935a-9a5b7644c4f0",
"company_id": "5cd40f6554442586",
"clid_raw": "919711636496",
"clid": "9711636496",

"rdnis": "unknown",
"call_state": "1",
"event": "2",

"status": null,
"users": [

"918586848544"
],
"created": "2020-08-01 08:35:56",
"call_time": "2020-08-01 08:35:56",
"public_ivr_id": "5ee9a795b318a786",
"client_ref_id": "fdfdfdf",
"job_id": null
}`

  it('are stored: the POST with the log', async () => {
    const door = await startServe({ dir: folderWith() })
    expect(await curl('-X', 'POST', door.url, '-d', `myoperator=${pasted}`)).toBe('204')
    expect(await callsIn(door.dir)).toMatchObject([
      {
        id: 'n2.1596270949.2175190',
        direction: 'outgoing',
        phase: 'initiated',
        outcome: null,
        customer: { number: '+919711636496', withheld: false },
        line: null,
        agents: [{ number: '+918586848544', result: 'rung' }],
        startedAt: '2020-08-01T08:35:49.000Z',
        referenceId: 'fd771ed0-d3d1-11ea-935a-9a5b7644c4f0',
        clientReferenceId: 'fdfdfdf',
        ivrId: '5ee9a795b318a786',
      },
    ])
    await door.stop()
  })

  it('are stored: the POST with a number in the address and the log', async () => {
    const door = await startServe({ dir: folderWith() })
    const url = `${door.url}?caller_number=+919876543210`
    expect(await curl('-XPOST', url, '-d', `myoperator=${pasted}`)).toBe('204')
    const [call, ...others] = await callsIn(door.dir)
    expect(others).toEqual([])
    // Body and parameters speak of the same call; where they differ the body wins.
    expect(call).toMatchObject({ id: 'n2.1596270949.2175190', customer: { number: '+919711636496' } })
    await door.stop()
  })

  it('are stored: the GET with nothing but a number, which rings', async () => {
    const door = await startServe({ dir: folderWith() })
    expect(await curl('-XGET', `${door.url}?caller_number=+919999999999`)).toBe('204')
    expect(await callsIn(door.dir)).toMatchObject([
      { uid: null, phase: 'ringing', outcome: null, customer: { number: '+919999999999' } },
    ])
    await door.stop()
  })

  it('are stored: the credentials of the panel', async () => {
    const basic = { username: 'admin', password: '123456' }
    const door = await startServe({ dir: folderWith({ basic }) })
    const { stdout } = await promisify(execFile)('curl', [
      ...silently,
      ...['-u', 'admin:123456', door.url, '-d', `myoperator=${pasted}`],
    ])
    expect(stdout).toBe('204')
    expect(await callsIn(door.dir)).toHaveLength(1)
    await door.stop()
  })
})

describe('v2', () => {
  it('is one call, however many events tell of it', async () => {
    const door = await startServe({ dir: folderWith() })
    const names = ['v2-dial-begin', 'v2-answered', 'v2-summary', 'v2-disposition']
    for (const name of names) {
      const answer = await exchange(door.port, {
        headers: [proof.join(': '), ...type('application/json')],
        body: JSON.stringify(payload(name)),
      })
      expect(answer).toMatchObject({ status: 204, body: '' })
    }
    const [call, ...others] = await callsIn(door.dir)
    expect(others).toEqual([])
    expect(call).toMatchObject({
      id: 's4.1772429460.881',
      direction: 'incoming',
      phase: 'ended',
      outcome: 'connected',
      customer: { number: '+919711636496' },
      line: '+911140000000',
      answeredBy: '+919000010001',
      totalSeconds: 240,
      talkSeconds: 180,
      exact: true,
      recording: { file: 'rec-881.mp3' },
      dispositions: ['Interested', 'वापस कॉल करें'],
    })
    expect(call?.events.map(({ kind }) => kind).sort()).toEqual(['answered', 'disposition', 'log', 'ringing'])
    expect(
      (await deliveriesIn(door.dir)).map(({ verdict, dialect, callId }) => [verdict, dialect, callId]),
    ).toEqual(names.map(() => ['accepted', 'v2', 's4.1772429460.881']))
    await door.stop()
  })

  it('about WhatsApp is answered and told to be none of a call, and what people wrote is nowhere', async () => {
    const door = await startServe({ dir: folderWith() })
    const answer = await exchange(door.port, {
      headers: [proof.join(': '), ...type('application/json')],
      body: JSON.stringify(payload('whatsapp')),
    })
    expect(answer).toMatchObject({ status: 204, body: '' })
    expect(await callsIn(door.dir)).toEqual([])
    expect(await deliveriesIn(door.dir)).toMatchObject([
      { verdict: 'unrecognised', reason: 'not-a-call', dialect: 'v2', callId: null },
    ])
    expect(filesHolding(door.dir, '4111')).toEqual([])
    await door.stop()
    for (const text of ['4111', 'my card number']) expect(filesHolding(door.dir, text)).toEqual([])
    expect(filesHolding(door.dir, 'message.incoming')).not.toEqual([])
  })

  it('about WhatsApp leaves nothing behind in any form of body', async () => {
    const door = await startServe({ dir: folderWith() })
    const event = payload('whatsapp')
    const bodies = [
      form(event),
      `myoperator=${JSON.stringify(event)}`,
      JSON.stringify({ myoperator: event }),
      JSON.stringify({ myoperator: JSON.stringify(event) }),
      `data=${encodeURIComponent(JSON.stringify(event))}`,
    ]
    for (const body of bodies) {
      expect(await exchange(door.port, { headers: [proof.join(': ')], body })).toMatchObject({ status: 204 })
    }
    await door.stop()
    for (const text of ['4111', 'card']) expect(filesHolding(door.dir, text)).toEqual([])
    const verdicts = (await deliveriesIn(door.dir)).map(({ verdict, reason }) => [verdict, reason])
    expect(verdicts).toEqual(bodies.map(() => ['unrecognised', 'not-a-call']))
  })
})

describe('what gives no call', () => {
  it.each([
    ['an unknown shape', '{"colour":"blue"}', 'unknown-shape', null],
    ['an empty object', '{}', 'unknown-shape', null],
    ['an in-call log without uid and customer', '{"call_state":"5","event":"1"}', 'no-call', 'in-call'],
    [
      'an unknown v2 event',
      '{"event_id":"e-1","event_type":"call.teleported","channel":"call","session_id":""}',
      'unknown-event',
      'v2',
    ],
  ])('is answered 2xx and kept as unrecognised: %s', async (_, body, reason, dialect) => {
    const before = await callsIn(serve.dir)
    const known = new Set((await deliveriesIn(serve.dir)).map(({ id }) => id))
    expect(await send({ headers: type('application/json'), body })).toMatchObject({ status: 204, body: '' })
    expect(await callsIn(serve.dir)).toEqual(before)
    const added = (await deliveriesIn(serve.dir)).filter(({ id }) => !known.has(id))
    expect(added).toMatchObject([{ verdict: 'unrecognised', reason, dialect, callId: null }])
  })
})

function send(request: RawRequest) {
  return exchange(serve.port, { ...request, headers: [proof.join(': '), ...(request.headers ?? [])] })
}

async function callOf(uid: string): Promise<Call | undefined> {
  const call = (await callsIn(serve.dir)).find(({ id }) => id === uid)
  return call && { ...call, events: call.events.map((event) => ({ ...event, deliveryId: '' })) }
}

async function deliveryOf(uid: string) {
  return (await deliveriesIn(serve.dir)).find(({ callId }) => callId === uid)
}

/** What the document says the log means; not what the first form happened to give. */
async function expectedCall(uid: string): Promise<Call> {
  return {
    id: uid,
    uid,
    companyId: '5cd40f6554442586',
    direction: 'incoming',
    phase: 'answered',
    outcome: null,
    customer: { number: '+919711636496', raw: '+919711636496', withheld: false, name: null },
    line: '+911140000000',
    agents: [
      {
        number: '+918586848544',
        id: null,
        name: null,
        extension: null,
        result: 'answered',
        ringSeconds: null,
        talkSeconds: null,
      },
    ],
    answeredBy: '+918586848544',
    startedAt: '2020-08-01T08:35:49.000Z',
    answeredAt: '2020-08-01T08:35:56.000Z',
    endedAt: null,
    totalSeconds: null,
    talkSeconds: null,
    exact: false,
    department: 'Sales & support; 100% café + “बिक्री”',
    ivrId: '5ee9a795b318a786',
    referenceId: 'fd771ed0-d3d1-11ea-935a-9a5b7644c4f0',
    clientReferenceId: 'a=b&c=d%20e+f;g',
    recording: null,
    dispositions: [],
    custom: {},
    source: 'unknown',
    seen: false,
    note: '',
    tags: [],
    events: [{ kind: 'answered', at: '2020-08-01T08:35:56.000Z', deliveryId: '' }],
  }
}

const silently = ['--silent', '--output', '/dev/null', '--write-out', '%{http_code}']

/** The example's arguments, with the header that this door asks for. */
async function curl(...example: string[]): Promise<string> {
  const args = [...silently, '-H', proof.join(': '), ...example]
  const { stdout } = await promisify(execFile)('curl', args)
  return stdout
}
