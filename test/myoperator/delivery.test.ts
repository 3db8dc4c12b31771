import { describe, expect, it } from 'vitest'
import { privateRemainder, readContent } from '../../main/myoperator/delivery.ts'
import { contentOf, json, payload } from './support.ts'

const log = { uid: 'n2.1596270949.1', clid: '+919711636496', name: 'A&B 100% ;+ é रवि 📞', url: 'http://x/y' }
const text = JSON.stringify(log)
const formEncoded = (value: string) => encodeURIComponent(value).replaceAll('%20', '+')
const multipart = (name: string, value: string, newline = '\r\n') =>
  [
    '--X7',
    'Content-Disposition: form-data; name="other"',
    '',
    'x',
    '--X7',
    `Content-Disposition: form-data; name=${name}`,
    '',
    value,
    '--X7--',
    '',
  ].join(newline)

const sameLog: [what: string, body: string][] = [
  ['the form of the seed', `myoperator=${formEncoded(text)}`],
  ['%20 instead of plus', `myoperator=${encodeURIComponent(text)}`],
  ['a form after other fields', `a=1&b=%zz&myoperator=${formEncoded(text)}&c=3`],
  ['a form that nobody encoded', `myoperator=${text}`],
  ['a form that nobody encoded, before other fields', `myoperator=${text}&a=1`],
  ['doubled percent-encoding', `myoperator=${formEncoded(formEncoded(text))}`],
  ['tripled percent-encoding', `myoperator=${formEncoded(formEncoded(formEncoded(text)))}`],
  ['an encoded form with the ampersands left', `myoperator=${formEncoded(text).replaceAll('%26', '&')}`],
  ['a form field data', `data=${formEncoded(text)}`],
  ['a form field in capitals', `MyOperator=${formEncoded(text)}`],
  ['a form encoded as a whole', encodeURIComponent(`myoperator=${text}`)],
  ['a form holding JSON in a string', `myoperator=${formEncoded(JSON.stringify(text))}`],
  ['an unencoded form holding JSON in a string', `myoperator=${JSON.stringify(text)}`],
  ['the log itself', text],
  ['the log with white space', `\r\n ${JSON.stringify(log, null, 2)}\n`],
  ['the log with escaped slashes', text.replaceAll('/', '\\/')],
  ['the log in ASCII', text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ['the log with a byte order mark', `\ufeff${text}`],
  ['a form with a byte order mark', `\ufeffmyoperator=${formEncoded(text)}`],
  ['a byte order mark inside the form', `myoperator=%EF%BB%BF${formEncoded(text)}`],
  ['the log in a string', JSON.stringify(text)],
  ['the log with slashes added to its quotes', JSON.stringify(text).slice(1, -1)],
  ['a wrapper', JSON.stringify({ myoperator: log })],
  ['a wrapper holding text', JSON.stringify({ myoperator: text })],
  ['a wrapper holding a wrapper', JSON.stringify({ myoperator: { myoperator: text } })],
  ['a wrapper data holding text', JSON.stringify({ data: text })],
  ['multipart', multipart('"myoperator"', text)],
  ['multipart without quotes or carriage returns', multipart('data', text, '\n')],
]

describe('the object in the bytes', () => {
  it.each(sameLog)('is found in %s', (_, body) => {
    expect(contentOf(body)).toEqual({ form: 'object', object: log })
  })

  it('keeps the slashes that were escaped twice for the reader of links', () => {
    const body = `myoperator=${formEncoded('{"_fu":"http:\\\\/\\\\/x\\\\/y"}')}`
    expect(contentOf(body)).toEqual({ form: 'object', object: { _fu: 'http:\\/\\/x\\/y' } })
  })

  it('is taken before query parameters', () => {
    expect(contentOf(text, [['a', '1']]).form).toBe('object')
  })

  it('is not looked for in the body of a GET', () => {
    expect(readContent({ method: 'GET', query: [['a', '1']], body: json(log) })).toEqual({
      form: 'parameters',
    })
    expect(readContent({ method: 'GET', query: [], body: json(log) }).form).toBe('unreadable')
  })

  it('keeps a key named __proto__ as a key', () => {
    const content = contentOf('{"__proto__":{"uid":"x"},"uid":"y"}')
    expect(content.form === 'object' && Object.keys(content.object)).toEqual(['__proto__', 'uid'])
  })
})

describe('bytes that hold no object', () => {
  const nothing = [
    '',
    ' ',
    '{',
    '{"a":1',
    '{"a":1}{',
    '[]',
    '[1]',
    '"x"',
    '42',
    'null',
    'hello',
    'a=1&b=2',
    'myoperator=',
  ]
  const also = [
    'myoperator=hello',
    'data=[1]',
    'myoperator=%',
    '%',
    '%%%',
    '--',
    '--a\r\n\r\n',
    '\u0000',
    '"{',
    '"\\"',
  ]

  it.each([...nothing, ...also])('are unreadable: %j', (body) => {
    expect(contentOf(body)).toEqual({ form: 'unreadable', reason: 'no-object' })
  })

  it.each([...nothing, ...also])('leave the query parameters to speak: %j', (body) => {
    expect(contentOf(body, [['caller_number', '+919711636496']])).toEqual({ form: 'parameters' })
  })
})

describe('nesting', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`

  it('is read down to 32', () => {
    expect(contentOf(nested(32)).form).toBe('object')
    expect(contentOf(`myoperator=${nested(32)}`).form).toBe('object')
  })

  it.each([
    ['the body', nested(33)],
    ['an unencoded form', `myoperator=${nested(33)}`],
    ['a form', `myoperator=${encodeURIComponent(nested(33))}`],
    ['a wrapper', JSON.stringify({ myoperator: nested(33) })],
    ['a string', JSON.stringify(nested(33))],
    ['a list', '['.repeat(33)],
    ['a part', multipart('myoperator', nested(33))],
  ])('is refused beyond in %s', (_, body) => {
    expect(contentOf(body, [['a', '1']])).toEqual({ form: 'unreadable', reason: 'too-deep' })
  })

  it('does not count brackets in texts', () => {
    expect(contentOf(JSON.stringify({ note: `"${'[{'.repeat(100)}` })).form).toBe('object')
  })

  it.each([
    ['arrays', '['.repeat(131_072)],
    ['objects', '{"a":'.repeat(26_000)],
    ['encoded', `myoperator=${'%5B'.repeat(43_000)}`],
    ['in a string', JSON.stringify('['.repeat(131_000))],
    ['no UTF-8', `myoperator=%7B${'%FF'.repeat(43_000)}`],
    ['encoded again and again', `myoperator=${'%25'.repeat(43_000)}`],
    ['fields', '&myoperator='.repeat(10_900)],
    ['parts', '--a\r\n'.repeat(26_000)],
    ['escapes', `"${'\\"'.repeat(65_000)}"`],
  ])('costs nothing when it is a bomb: %s', (_, body) => {
    const from = performance.now()
    contentOf(body)
    // A few milliseconds; what is guarded against takes seconds.
    expect(performance.now() - from).toBeLessThan(250)
  })
})

describe('what is kept of another channel', () => {
  it('is the envelope without its payload', () => {
    const { payload: _, ...envelope } = payload('whatsapp')
    const kept = privateRemainder(contentOf(json(payload('whatsapp'))))
    expect(JSON.parse(String(kept))).toEqual(envelope)
    expect(String(kept)).not.toContain('4111')
  })

  it('reads again as what it was', () => {
    const kept = privateRemainder(contentOf(json({ myoperator: payload('whatsapp') })))
    expect(kept).not.toBeNull()
    expect(contentOf(kept ?? '')).toMatchObject({ form: 'object', object: { channel: 'whatsapp' } })
  })

  it.each(['call', 'Call', ' call ', '', null, undefined])(
    'is everything where the channel is %j',
    (channel) => {
      expect(privateRemainder(contentOf(json({ event_id: '1', channel, payload: {} })))).toBeNull()
    },
  )

  it.each(['whatsapp', 'sms', 7, {}, ['call']])(
    'leaves the payload out where the channel is %j',
    (channel) => {
      const kept = privateRemainder(contentOf(json({ event_id: '1', channel, payload: 'text' })))
      expect(JSON.parse(String(kept))).toEqual({ event_id: '1', channel })
    },
  )

  it('is the body as it came where nothing was found or no event is told', () => {
    expect(privateRemainder(contentOf('hello'))).toBeNull()
    expect(privateRemainder(contentOf(json({ channel: 'whatsapp', payload: 1 })))).toBeNull()
  })
})
