import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { form, inCallLog } from '../support/provider.ts'
import { exchange, formatRequest, openRaw, type RawRequest } from '../support/raw-http.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'

const right = proof.join(': ')
const atOnce = 25

const valid: RawRequest[] = [
  {
    method: 'GET',
    target: '/webhook?uid=n1.1&caller_number=%2B919711636496&a[b]=1&c=%E0%A4',
    headers: [right],
  },
  { headers: [right, 'Content-Type: application/x-www-form-urlencoded'], body: form(inCallLog()) },
  { headers: [right, 'Content-Type: application/json'], body: JSON.stringify(inCallLog()) },
  {
    headers: [right, 'Content-Type: multipart/form-data; boundary=b'],
    body: '--b\r\nContent-Disposition: form-data; name="myoperator"\r\n\r\n{}\r\n--b--\r\n',
  },
  { headers: [right, 'Content-Encoding: gzip'], body: gzipSync(form(inCallLog())) },
  { headers: [right, 'Expect: 100-continue'], body: form(inCallLog()) },
  {
    headers: [right, 'Transfer-Encoding: chunked'],
    body: '5;a=b\r\nuid=1\r\n3\r\n&x=\r\n0\r\nTrailer: x\r\n\r\n',
  },
  { method: 'GET', headers: [right, 'Connection: Upgrade', 'Upgrade: websocket'] },
  { headers: ['Authorization: Basic AAAA'], body: form(inCallLog()) },
]

/** Bytes that mean something to somebody on the way. */
const dictionary = [
  ...[
    '\r\n',
    '\n',
    '\r',
    '\r\n\r\n',
    '\0',
    ' ',
    '\t',
    ':',
    ';',
    ',',
    '/',
    '//',
    '?',
    '#',
    '%',
    '%00',
    '&',
    '=',
  ],
  ...['[', '{', '"', '\\u0000', '__proto__', 'constructor', '-1', '0', '99999999999999999999', '\xff\xfe'],
  ...['Content-Length: 5\r\n', 'Transfer-Encoding: chunked\r\n', 'Transfer-Encoding: gzip, chunked\r\n'],
  ...[
    'Content-Encoding: br\r\n',
    'Content-Encoding: deflate\r\n',
    'Expect: 100-continue\r\n',
    'Expect: x\r\n',
  ],
  ...[
    'Host: y\r\n',
    'Connection: keep-alive\r\n',
    'HTTP/1.0',
    'HTTP/2.0',
    'PRI * ',
    'CONNECT ',
    'HEAD ',
    'OPTIONS ',
  ],
].map((text) => Buffer.from(text, 'latin1'))

type Edit = [kind: 'insert' | 'replace' | 'delete' | 'double' | 'cut', where: number, bytes: Buffer]

const bytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((array) => Buffer.from(array))

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom<Edit[0]>('insert', 'replace', 'delete', 'double', 'cut'),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...dictionary) }, { weight: 1, arbitrary: bytes(20) }),
)

function apply(request: Buffer, [kind, where, given]: Edit): Buffer {
  const at = Math.floor(where * request.length)
  const [head, rest] = [request.subarray(0, at), request.subarray(at)]
  switch (kind) {
    case 'insert':
      return Buffer.concat([head, given, rest])
    case 'replace':
      return Buffer.concat([head, given, rest.subarray(given.length)])
    case 'delete':
      return Buffer.concat([head, rest.subarray(given.length)])
    case 'double':
      return Buffer.concat([head, rest.subarray(0, 40), rest])
    case 'cut':
      return where > 0.5 ? head : request
  }
}

const mutated = fc
  .tuple(fc.constantFrom(...valid), fc.array(edit, { minLength: 1, maxLength: 6 }))
  .map(([request, edits]) => edits.reduce(apply, formatRequest(request)))

const raw = fc.oneof(
  bytes(2_000),
  fc
    .array(fc.oneof(fc.constantFrom(...dictionary), bytes(8)), { maxLength: 60 })
    .map((parts) => Buffer.concat(parts)),
  // A head that is one, with anything for an address and a header.
  fc
    .tuple(fc.constantFrom('GET', 'POST', 'M-SEARCH'), bytes(60), bytes(60), bytes(200))
    .map(([method, target, header, body]) =>
      Buffer.concat([
        Buffer.from(`${method} /webhook`),
        target,
        Buffer.from(` HTTP/1.1\r\nHost: x\r\n${right}\r\nX-Any: `),
        header,
        Buffer.from('\r\n\r\n'),
        body,
      ]),
    ),
)

describe('bytes from outside', () => {
  let serve: Serving

  beforeAll(async () => {
    serve = await startServe({ dir: folderWith() })
  })
  afterAll(() => serve.stop())

  it.each([
    ['of any kind', raw],
    ['that were a request before they were damaged', mutated],
  ])('%s cause no 5xx and no end', async (_, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitrary, { minLength: atOnce, maxLength: atOnce }), async (all) => {
        for (const statuses of await Promise.all(all.map(statusesOf))) {
          for (const status of statuses) expect(status).toBeLessThan(500)
        }
      }),
      { numRuns: 100 },
    )
    const sound = await exchange(serve.port, { headers: [right], body: form(inCallLog()) })
    expect(sound.status).toBe(204)
    expect(serve.stderr()).not.toMatch(/fault|not-kept|Warning|Error/)
  })

  it('are served in peace after all of them, and the program ends as it should', async () => {
    expect(await serve.stop()).toEqual({ code: 0, signal: null })
  })

  /** Of all answers to what was sent, its end included. */
  async function statusesOf(sent: Buffer): Promise<number[]> {
    const { socket, closed, received } = openRaw(serve.port)
    socket.end(sent)
    await closed
    return [...received().matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
  }
})
