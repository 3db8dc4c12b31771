import { readFileSync } from 'node:fs'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HeaderProof, Proofs } from '../../shared/settings.ts'
import { filesHolding } from '../support/files.ts'
import { expectNothingKept } from '../support/keeping.ts'
import { callsIn, deliveriesIn } from '../support/printed.ts'
import { form, inCallLog } from '../support/provider.ts'
import { exchange, openRaw, type RawAnswer, type RawRequest } from '../support/raw-http.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'

type Attempt = [name: string, enters: boolean, request: { headers?: string[]; query?: string }]

interface Door {
  proofs: Partial<Proofs>
  attempts: Attempt[]
}

const hourMs = 3_600_000
const header: HeaderProof = { name: 'X-Ring-Proof', value: 'S3cret-Value' }
const basic = { username: 'admin', password: 'pä:ss wörd%' }
const query = { name: 'key', value: 'Qu3ry+é&=' }

const right = `X-Ring-Proof: ${header.value}`
const rightBasic = `Authorization: Basic ${base64('admin:pä:ss wörd%')}`
const rightQuery = `key=${encodeURIComponent(query.value)}`
const utf8 = (text: string) => Buffer.from(text).toString('latin1')

const doors: Record<string, Door> = {
  'a header': {
    proofs: {
      header: {
        ...header,
        previous: { value: 'Old-S3cret', until: new Date(Date.now() + hourMs).toISOString() },
      },
    },
    attempts: [
      ['the right one', true, { headers: [right] }],
      ['its name in lower case', true, { headers: [`x-ring-proof: ${header.value}`] }],
      ['its name in upper case', true, { headers: [`X-RING-PROOF: ${header.value}`] }],
      ['without a space after the colon', true, { headers: [`X-Ring-Proof:${header.value}`] }],
      [
        'white space around it, which is not its value',
        true,
        { headers: [`X-Ring-Proof: \t ${header.value} \t`] },
      ],
      ['the previous secret before its end', true, { headers: ['X-Ring-Proof: Old-S3cret'] }],
      ['the right one beside a wrong Authorization', true, { headers: [right, 'Authorization: Basic AAAA'] }],
      ['none', false, {}],
      ['an empty one', false, { headers: ['X-Ring-Proof:'] }],
      ['a blank one', false, { headers: ['X-Ring-Proof:    '] }],
      ['the right one twice', false, { headers: [right, right] }],
      ['the right one, then a wrong one', false, { headers: [right, 'X-Ring-Proof: wrong'] }],
      ['a wrong one, then the right one', false, { headers: ['X-Ring-Proof: wrong', right] }],
      ['the current and the previous one', false, { headers: [right, 'X-Ring-Proof: Old-S3cret'] }],
      ['the right one twice in one line', false, { headers: [`${right}, ${header.value}`] }],
      ['a prefix', false, { headers: ['X-Ring-Proof: S3cret-Valu'] }],
      ['something longer', false, { headers: ['X-Ring-Proof: S3cret-Value1'] }],
      ['the value in lower case', false, { headers: ['X-Ring-Proof: s3cret-value'] }],
      ['the value in quotes', false, { headers: ['X-Ring-Proof: "S3cret-Value"'] }],
      ['a space within', false, { headers: ['X-Ring-Proof: S3cret -Value'] }],
      ['a prefix of the previous secret', false, { headers: ['X-Ring-Proof: Old-S3cre'] }],
      ['the value under a longer name', false, { headers: [`X-Ring-Proof-2: ${header.value}`] }],
      ['the value under a name with underscores', false, { headers: [`X_Ring_Proof: ${header.value}`] }],
      ['the value as a bearer', false, { headers: [`Authorization: Bearer ${header.value}`] }],
      ['the value as a cookie', false, { headers: [`Cookie: X-Ring-Proof=${header.value}`] }],
      ['the value in the query', false, { query: `X-Ring-Proof=${header.value}` }],
      [
        'that we are the proxy in front',
        false,
        { headers: ['X-Forwarded-For: 127.0.0.1', 'Via: 1.1 ringtray'] },
      ],
    ],
  },
  'a header whose previous secret has ended': {
    proofs: {
      header: { ...header, previous: { value: 'Old-S3cret', until: new Date(Date.now() - 1).toISOString() } },
    },
    attempts: [
      ['the right one', true, { headers: [right] }],
      ['the previous one', false, { headers: ['X-Ring-Proof: Old-S3cret'] }],
    ],
  },
  'a header in Devanagari': {
    proofs: { header: { name: 'x-ring-proof', value: 'गुप्त' } },
    attempts: [
      ['its UTF-8 bytes', true, { headers: [utf8('x-ring-proof: गुप्त')] }],
      ['other bytes', false, { headers: [utf8('x-ring-proof: गुप्')] }],
    ],
  },
  Basic: {
    proofs: { basic },
    attempts: [
      ['the right one', true, { headers: [rightBasic] }],
      [
        'the scheme in lower case',
        true,
        { headers: [`authorization: basic ${base64('admin:pä:ss wörd%')}`] },
      ],
      [
        'the scheme in upper case',
        true,
        { headers: [`AUTHORIZATION: BASIC ${base64('admin:pä:ss wörd%')}`] },
      ],
      ['none', false, {}],
      ['an empty one', false, { headers: ['Authorization:'] }],
      ['the scheme alone', false, { headers: ['Authorization: Basic'] }],
      ['the scheme and nothing', false, { headers: ['Authorization: Basic '] }],
      [
        'credentials without the scheme',
        false,
        { headers: [`Authorization: ${base64('admin:pä:ss wörd%')}`] },
      ],
      ['bad base64', false, { headers: ['Authorization: Basic !!!!'] }],
      ['base64 without its padding', false, { headers: [rightBasic.replace(/=+$/, '')] }],
      ['base64 with something behind', false, { headers: [`${rightBasic} x`] }],
      [
        'base64 with a space within',
        false,
        { headers: [`${rightBasic.slice(0, -6)} ${rightBasic.slice(-6)}`] },
      ],
      [
        'no colon',
        false,
        { headers: [`Authorization: Basic ${base64('adminpä:ss wörd%'.replace(':', ''))}`] },
      ],
      ['no password', false, { headers: [`Authorization: Basic ${base64('admin')}`] }],
      ['an empty password', false, { headers: [`Authorization: Basic ${base64('admin:')}`] }],
      ['the password up to its colon', false, { headers: [`Authorization: Basic ${base64('admin:pä')}`] }],
      ['a longer password', false, { headers: [`Authorization: Basic ${base64('admin:pä:ss wörd%1')}`] }],
      [
        'the password in other case',
        false,
        { headers: [`Authorization: Basic ${base64('admin:PÄ:SS WÖRD%')}`] },
      ],
      ['another user', false, { headers: [`Authorization: Basic ${base64('Admin:pä:ss wörd%')}`] }],
      ['no user', false, { headers: [`Authorization: Basic ${base64(':pä:ss wörd%')}`] }],
      [
        'the password in Latin-1',
        false,
        {
          headers: [`Authorization: Basic ${Buffer.from('admin:pä:ss wörd%', 'latin1').toString('base64')}`],
        },
      ],
      ['the right one twice', false, { headers: [rightBasic, rightBasic] }],
      ['a wrong one first', false, { headers: ['Authorization: Basic AAAA', rightBasic] }],
      ['a wrong one last', false, { headers: [rightBasic, 'Authorization: Basic AAAA'] }],
      ['the right one for a proxy', false, { headers: [`Proxy-${rightBasic}`] }],
    ],
  },
  'a query parameter': {
    proofs: { query },
    attempts: [
      ['the right one', true, { query: rightQuery }],
      ['its name percent-encoded', true, { query: rightQuery.replace('key', 'k%65y') }],
      ['none', false, {}],
      ['an empty one', false, { query: 'key=' }],
      ['its name alone', false, { query: 'key' }],
      ['the right one twice', false, { query: `${rightQuery}&${rightQuery}` }],
      ['a wrong one last', false, { query: `${rightQuery}&key=wrong` }],
      ['a wrong one first', false, { query: `key=wrong&${rightQuery}` }],
      ['an empty one more', false, { query: `${rightQuery}&key` }],
      ['its name in upper case', false, { query: rightQuery.replace('key', 'KEY') }],
      ['the value in lower case', false, { query: rightQuery.toLowerCase() }],
      ['a prefix', false, { query: rightQuery.slice(0, -3) }],
      ['something longer', false, { query: `${rightQuery}1` }],
      ['a space behind', false, { query: `${rightQuery}%20` }],
      ['a space before', false, { query: rightQuery.replace('=', '=%20') }],
      ['as an array', false, { query: rightQuery.replace('key', 'key[]') }],
      ['the value under another name', false, { query: rightQuery.replace('key', 'token') }],
      ['the value in a header', false, { headers: [`key: ${encodeURIComponent(query.value)}`] }],
    ],
  },
  'any of three': {
    proofs: { header, basic, query },
    attempts: [
      ['all of them', true, { headers: [right, rightBasic], query: rightQuery }],
      [
        'the header, the others wrong',
        true,
        { headers: [right, 'Authorization: Basic AAAA'], query: 'key=wrong' },
      ],
      ['Basic, the others wrong', true, { headers: ['X-Ring-Proof: wrong', rightBasic], query: 'key=wrong' }],
      ['the query, the others absent', true, { query: rightQuery }],
      ['a doubled header and Basic', true, { headers: [right, right, rightBasic] }],
      ['none', false, {}],
      [
        'all of them wrong',
        false,
        { headers: ['X-Ring-Proof: wrong', 'Authorization: Basic AAAA'], query: 'key=wrong' },
      ],
      [
        'the secrets exchanged',
        false,
        { headers: [`X-Ring-Proof: ${basic.password.slice(-4)}`], query: 'key=admin' },
      ],
    ],
  },
}

/** Ends the uid of everything that must not enter. */
const refusedMark = '.refused'

/** The first refusal of all: every other one must look the same. */
let firstRefusal: object | undefined

describe.each(Object.entries(doors))('with %s configured', (_, { proofs, attempts }) => {
  let serve: Serving
  const entered: string[] = []

  beforeAll(async () => {
    serve = await startServe({ dir: folderWith(proofs) })
  })
  afterAll(() => serve.stop())

  it.each(attempts.map(([name, enters, request], index) => ({ name, enters, request, index })))(
    '$name: enters $enters',
    async ({ enters, request, index }) => {
      const uid = `n1.1596270949.${index}${enters ? '' : refusedMark}`
      const about = `uid=${uid}&caller_number=+919711636496${request.query ? `&${request.query}` : ''}`
      const method = index % 2 === 0 ? 'GET' : 'POST'
      const answer = await exchange(serve.port, {
        method,
        target: `/webhook?${about}`,
        headers: request.headers ?? [],
        ...(method === 'POST' && { body: form(inCallLog({ uid })) }),
      })
      expect(answer.status).toBe(enters ? 204 : 401)
      if (enters) entered.push(uid)
      if (!enters) firstRefusal ??= refusalOf(answer)
      if (!enters) expect(refusalOf(answer)).toEqual(firstRefusal)
    },
  )

  it('exactly those that entered are kept', async () => {
    expect((await callsIn(serve.dir)).map(({ id }) => id).sort()).toEqual(entered.toSorted())
    expect((await deliveriesIn(serve.dir)).map(({ callId }) => callId).sort()).toEqual(entered.toSorted())
    expect(entered).toHaveLength(attempts.filter(([, enters]) => enters).length)
  })

  it('nothing of those that were refused is in any file', () => {
    expect(filesHolding(serve.dir, refusedMark)).toEqual([])
  })

  it('no secret is in any file but the settings', () => {
    for (const secret of [header.value, 'Old-S3cret', basic.password, query.value, 'Qu3ry', 'गुप्त']) {
      expect(filesHolding(serve.dir, secret).filter((path) => path !== 'settings.json')).toEqual([])
    }
  })
})

describe('with no proof configured', () => {
  it('is shut: 503, asked to come again, nothing kept, and the program says why', async () => {
    const serve = await startServe({ dir: folderWith({ header: null }) })
    expect(JSON.parse(serve.readyLine)).toMatchObject({ ready: true, header: null })
    const answer = await expectNothingKept(serve.dir, () =>
      exchange(serve.port, { headers: [proof.join(': '), rightBasic], body: form(inCallLog()) }),
    )
    expect(answer.status).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    await serve.stop()
    expect(serve.stderr()).toMatch(/no proof/i)
  })
})

describe('the door', () => {
  let serve: Serving

  beforeAll(async () => {
    serve = await startServe({ dir: folderWith() })
    expect(await send({ body: form(inCallLog()) })).toMatchObject({ status: 204 })
  })
  afterAll(() => serve.stop())

  const send = ({ headers = [], ...request }: RawRequest) =>
    exchange(serve.port, { ...request, headers: [proof.join(': '), ...headers] })

  const refused = (request: RawRequest) => expectNothingKept(serve.dir, () => send(request))

  it.each([
    '/',
    '/webhook.php',
    '/webhooks',
    '/webhook/1',
    '/.env',
    '/settings.json',
    '/../webhook',
    '/webhook%00',
  ])('knows no %s: 404, whoever asks', async (target) => {
    const body = form(inCallLog({ uid: 'n1.1.404' }))
    for (const method of ['GET', 'POST', 'PUT']) {
      const answer = await refused({ method, target, ...(method === 'POST' && { body }) })
      expect(answer).toMatchObject({ status: 404, body: 'Not Found' })
    }
    const stranger = await exchange(serve.port, { method: 'GET', target })
    expect(stranger).toMatchObject({ status: 404, body: 'Not Found' })
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'QUERY'])(
    'answers %s with 405 and what it takes instead, and keeps nothing',
    async (method) => {
      const target = '/webhook?uid=n1.1.405&caller_number=9711636496'
      const answer = await refused({ method, target })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, POST')
      expect(answer.body).toBe(method === 'HEAD' ? '' : 'Method Not Allowed')
    },
  )

  it("tells a browser's question of another site nothing", async () => {
    const asked = ['Origin: https://example.com', 'Access-Control-Request-Method: POST']
    const answers = [
      await refused({
        method: 'OPTIONS',
        headers: [...asked, `Access-Control-Request-Headers: ${proof[0]}`],
      }),
      await exchange(serve.port, { headers: asked, body: form(inCallLog({ uid: 'n1.1.406' })) }),
      await send({ headers: asked, body: form(inCallLog()) }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([405, 401, 204])
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('shows no version banner, whatever it answers', async () => {
    const answers = [
      await send({ body: form(inCallLog()) }),
      await refused({ method: 'PUT' }),
      await refused({ target: '/' }),
      await refused({ headers: ['Content-Encoding: gzip'], body: 'x' }),
      await expectNothingKept(serve.dir, () => exchange(serve.port, { body: '' })),
      await refused({ method: 'GET', target: `/webhook?${'a'.repeat(20_000)}` }),
    ]
    for (const { headers, body } of answers) {
      expect(Object.keys(headers)).not.toContain('server')
      expect(Object.keys(headers)).not.toContain('x-powered-by')
      expect(`${JSON.stringify(headers)}${body}`).not.toMatch(/koa|node|ringtray/i)
    }
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('takes a body in %s', async (encoding, compress) => {
    const uid = `n1.1596270949.${encoding}-${compress.name}`
    const body = compress(Buffer.from(form(inCallLog({ uid }))))
    expect(await send({ headers: [`Content-Encoding: ${encoding}`], body })).toMatchObject({ status: 204 })
    expect((await callsIn(serve.dir)).map(({ id }) => id)).toContain(uid)
  })

  it.each([
    ['that is none', Buffer.from('myoperator={}')],
    ['cut short', gzipSync(form(inCallLog())).subarray(0, -12)],
    ['with a wrong checksum', withWrongChecksum(gzipSync(form(inCallLog())))],
    ['that is empty', Buffer.alloc(0)],
  ])('answers gzip %s with 400 and keeps nothing', async (_, body) => {
    const answer = await refused({ headers: ['Content-Encoding: gzip'], body })
    expect(answer).toMatchObject({ status: 400, body: 'Bad Request' })
  })

  it('answers brotli that is none with 400 and keeps nothing', async () => {
    const answer = await refused({ headers: ['Content-Encoding: br'], body: '{}' })
    expect(answer).toMatchObject({ status: 400, body: 'Bad Request' })
  })

  it.each([
    'http://[/webhook',
    'http://[::1/webhook?key=S3cret',
    'http://a:99999999/webhook',
    'foo://[',
    '*',
  ])('answers %s, which is no path, with 400, and no word of it is logged', async (target) => {
    for (const headers of [[], [proof.join(': ')], ['Expect: 100-continue']]) {
      const answer = await expectNothingKept(serve.dir, () =>
        exchange(serve.port, { method: 'GET', target, headers }),
      )
      expect(answer.status).toBe(400)
    }
    expect(serve.stderr()).not.toMatch(/S3cret|fault|Deprecation/)
  })

  it('keeps no connection open for who has not shown a proof', async () => {
    const connection = openRaw(serve.port)
    connection.send('GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n')
    expect((await connection.closed).headers.connection).toBe('close')
  })

  it.each(['zip', 'compress', 'gzip, gzip', 'x'])(
    'answers the unknown Content-Encoding %s with 415',
    async (encoding) => {
      const answer = await refused({ headers: [`Content-Encoding: ${encoding}`], body: form(inCallLog()) })
      expect(answer).toMatchObject({ status: 415, body: 'Unsupported Media Type' })
    },
  )

  it('takes a body of exactly 128 KB', async () => {
    const uid = 'n1.1596270949.128'
    const log = form(inCallLog({ uid }))
    const body = `${log}&padding=`.padEnd(128 * 1024, 'x')
    expect(await send({ body })).toMatchObject({ status: 204 })
    expect((await callsIn(serve.dir)).map(({ id }) => id)).toContain(uid)
  })

  it.each<[string, RawRequest]>([
    ['plain', { body: `${form(inCallLog())}&padding=`.padEnd(128 * 1024 + 1, 'x') }],
    [
      'in chunks of an untold length',
      {
        headers: ['Transfer-Encoding: chunked'],
        body: `20001\r\n${form(inCallLog()).padEnd(0x20001, ' ')}\r\n0\r\n\r\n`,
      },
    ],
    ['as a gzip bomb', { headers: ['Content-Encoding: gzip'], body: gzipSync(Buffer.alloc(50 << 20, 0x20)) }],
    [
      'as a brotli bomb',
      { headers: ['Content-Encoding: br'], body: brotliCompressSync(Buffer.alloc(5 << 20, 0x20)) },
    ],
  ])('answers more than 128 KB with 413 and keeps nothing: %s', async (name, request) => {
    const connection = openRaw(serve.port)
    const lines = ['POST /webhook HTTP/1.1', 'Host: x', 'Connection: close', proof.join(': ')]
    const length = name.startsWith('in chunks')
      ? []
      : [`Content-Length: ${Buffer.from(request.body ?? '').length}`]
    const answer = await expectNothingKept(serve.dir, () => {
      connection.send(`${[...lines, ...(request.headers ?? []), ...length].join('\r\n')}\r\n\r\n`)
      connection.send(request.body ?? '')
      return connection.closed
    })
    expect(answer).toMatchObject({ status: 413, body: 'Payload Too Large' })
  })

  it.each([
    ['nesting of 33', `{"uid":"n1.1.33","x":${'['.repeat(32)}${']'.repeat(32)}}`, 'too-deep'],
    ['nesting of 5,000', `myoperator=${'['.repeat(5_000)}`, 'too-deep'],
    ['no object', 'hello', 'no-object'],
    ['an array', '[1,2]', 'no-object'],
    ['a number', '7', 'no-object'],
    ['null', 'null', 'no-object'],
    ['half an object', '{"uid":"n1.1', 'no-object'],
    ['nothing at all', '', 'no-object'],
    ['a form without the log', 'a=1&b=2', 'no-object'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'no-object'],
  ])('answers %s with 400 and keeps it as evidence, but as no call', async (_, body, reason) => {
    const calls = await callsIn(serve.dir)
    const known = new Set((await deliveriesIn(serve.dir)).map(({ id }) => id))
    expect(await send({ body })).toMatchObject({ status: 400, body: 'Bad Request' })
    expect(await callsIn(serve.dir)).toEqual(calls)
    const added = (await deliveriesIn(serve.dir)).filter(({ id }) => !known.has(id))
    expect(added).toMatchObject([{ verdict: 'unreadable', reason, dialect: null, callId: null }])
  })

  it('takes nesting of 32', async () => {
    const body = JSON.stringify(inCallLog({ uid: 'n1.1.32' })).replace(
      /}$/,
      `,"x":${'['.repeat(31)}${']'.repeat(31)}}`,
    )
    expect(await send({ body })).toMatchObject({ status: 204 })
    expect((await callsIn(serve.dir)).map(({ id }) => id)).toContain('n1.1.32')
  })

  it.each([
    ['address', { method: 'GET', target: `/webhook?caller_number=9711636496&x=${'a'.repeat(20_000)}` }],
    ['header', { headers: [`X-Long: ${'a'.repeat(20_000)}`], body: form(inCallLog({ uid: 'n1.1.431' })) }],
  ])('refuses a long %s and keeps nothing', async (_, request) => {
    expect([414, 431]).toContain((await refused(request)).status)
  })

  it('asks for no body where the proof is wrong: 401 to Expect, and no 100', async () => {
    for (const wrong of [[], [`${proof[0]}: wrong`]]) {
      const answer = await expectNothingKept(serve.dir, () => {
        const connection = openRaw(serve.port)
        const lines = [
          'POST /webhook HTTP/1.1',
          'Host: x',
          ...wrong,
          'Expect: 100-continue',
          'Content-Length: 1000',
        ]
        connection.send(`${lines.join('\r\n')}\r\n\r\n`)
        return connection.closed
      })
      expect(answer).toMatchObject({ status: 401, interim: [] })
    }
  })

  it('asks for the body where the proof is right: 100, then 204', async () => {
    const body = form(inCallLog({ uid: 'n1.1.100' }))
    expect(await send({ headers: ['Expect: 100-continue'], body })).toMatchObject({
      status: 204,
      interim: [100],
    })
    expect((await callsIn(serve.dir)).map(({ id }) => id)).toContain('n1.1.100')
  })

  it('answers an upload of 10 MB without a proof after its first bytes, and closes on the rest', async () => {
    const size = 10 << 20
    const part = Buffer.alloc(64 << 10, 0x20)
    const readBefore = bytesReadBy(serve.pid)
    let sent = part.length
    const answer = await expectNothingKept(serve.dir, async () => {
      const { socket, send: give, until, closed } = openRaw(serve.port)
      give(`POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`)
      give(part)
      await until((received) => received.startsWith('HTTP/1.1 401'))
      const giveMore = () => {
        while (sent < size && !socket.destroyed) {
          sent += part.length
          if (!socket.write(part)) return
        }
      }
      socket.on('drain', giveMore)
      giveMore()
      return closed
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.connection).toBe('close')
    expect(sent).toBeLessThan(size)
    if (readBefore !== null) expect((bytesReadBy(serve.pid) ?? 0) - readBefore).toBeLessThan(256 << 10)
  })

  it('answers a proof that is wrong the same whether or not the body is sound', async () => {
    const requests: RawRequest[] = [
      { method: 'GET' },
      { body: '' },
      { body: form(inCallLog()) },
      { body: '['.repeat(5_000) },
      { headers: ['Content-Encoding: gzip'], body: 'x' },
      { headers: ['Content-Encoding: zip'], body: 'x' },
    ]
    const answers = await expectNothingKept(serve.dir, () =>
      Promise.all(requests.map((request) => exchange(serve.port, request))),
    )
    for (const answer of answers) expect(refusalOf(answer)).toEqual(refusalOf(answers[0]))
    expect(answers[0]?.status).toBe(401)
  })
})

describe('a query proof', () => {
  it('leaves its secret in no file, in whatever request it came', async () => {
    const serve = await startServe({
      dir: folderWith({ header: { name: proof[0], value: proof[1] }, query }),
    })
    const about = 'uid=n1.1596270949.1&caller_number=+919711636496'
    const statuses = [
      await exchange(serve.port, { method: 'GET', target: `/webhook?${about}&${rightQuery}` }),
      await exchange(serve.port, { target: `/webhook?${rightQuery}`, body: form(inCallLog()) }),
      await exchange(serve.port, { target: `/webhook?${rightQuery}`, body: 'no object' }),
      await exchange(serve.port, {
        target: `/webhook?${about}&key=Qu3ry-almost`,
        headers: [proof.join(': ')],
      }),
      await exchange(serve.port, {
        target: `/webhook?${about}&${rightQuery}&${rightQuery}`,
        headers: [proof.join(': ')],
      }),
      await exchange(serve.port, { target: `/webhook?${about}&${rightQuery}&${rightQuery}` }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([204, 204, 400, 204, 204, 401])
    const calls = await callsIn(serve.dir)
    for (const { custom } of calls) expect(custom).toEqual({})
    await serve.stop()
    for (const text of ['Qu3ry', encodeURIComponent(query.value)]) {
      expect(filesHolding(serve.dir, text).filter((path) => path !== 'settings.json')).toEqual([])
    }
    expect(serve.stderr()).not.toContain('Qu3ry')
  })
})

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

/** What a stranger can tell one refusal from another by. */
function refusalOf(answer: RawAnswer | undefined): object {
  const { date: _, ...headers } = answer?.headers ?? {}
  return { status: answer?.status, body: answer?.body, headers }
}

function withWrongChecksum(gzip: Buffer): Buffer {
  const bytes = Buffer.from(gzip)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 5) ^ 1, bytes.length - 5)
  return bytes
}

/** Everything that a process has read, sockets included; null where the system does not tell. */
function bytesReadBy(pid: number): number | null {
  if (process.platform !== 'linux') return null
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])
}
