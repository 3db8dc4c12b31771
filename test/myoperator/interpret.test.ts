import { describe, expect, it } from 'vitest'
import { factKey, interpret } from '../../main/myoperator/interpret.ts'
import { delivered, home, json, payload, readingOf, toldBy } from './support.ts'

describe('the dialect', () => {
  it.each([
    ['in-call', 'in-call'],
    ['after-call', 'after-call'],
    ['after-call-long-names', 'after-call'],
    ['v2-dial-begin', 'v2'],
    ['v2-summary', 'v2'],
    ['v2-disposition', 'v2'],
  ])('of %s is %s', (name, dialect) => {
    expect(readingOf({ body: json(payload(name)) })).toMatchObject({ dialect, told: {} })
  })

  it('of parameters alone is query, whatever the method', () => {
    const query: [string, string][] = [['caller_number', '+919711636496']]
    expect(readingOf({ method: 'GET', query })).toMatchObject({ dialect: 'query', told: { kind: 'ringing' } })
    expect(readingOf({ query })).toMatchObject({ dialect: 'query', told: { kind: 'ringing' } })
    expect(readingOf({ query, body: json({ hello: 1 }) })).toMatchObject({ dialect: 'query', told: {} })
  })

  it.each([
    [json({}), null, 'unknown-shape'],
    [json({ hello: 'world' }), null, 'unknown-shape'],
    [json(payload('whatsapp')), 'v2', 'not-a-call'],
    [json({ event_id: '1', event_type: 'call.x', session_id: 's' }), 'v2', 'unknown-event'],
    [json({ call_state: 5 }), 'in-call', 'no-call'],
    [json({ _ld: [] }), 'after-call', 'no-call'],
    [Buffer.from('hello'), null, 'no-object'],
    [Buffer.from('['.repeat(40)), null, 'too-deep'],
  ])('and the reason where there is no call: %s', (body, dialect, reason) => {
    expect(readingOf({ body })).toEqual({ dialect, reason })
  })
})

describe('the query parameters of a POST', () => {
  it('fill in what the body leaves out, and no more', () => {
    const query: [string, string][] = [
      ['caller_number', '+919000010009'],
      ['uid', 'other'],
      ['service_number', '1140000000'],
      ['call_state', '6'],
      ['team', 'north'],
    ]
    const told = toldBy(readingOf({ query, body: json(payload('in-call')) }))
    expect(told).toMatchObject({ uid: 'n2.1596270949.2175190', phase: 'initiated', line: '+911140000000' })
    expect(told.customer?.number).toBe('+919711636496')
    expect(told.custom).toEqual([['team', 'north']])
  })

  it('tell the state where the body does not', () => {
    const query: [string, string][] = [
      ['call_state', '2'],
      ['status', 'Missed'],
    ]
    const body = json(payload('in-call', { call_state: null, event: '1' }))
    expect(toldBy(readingOf({ query, body }))).toMatchObject({ kind: 'ended', outcome: 'missed' })
  })

  it('name the customer where the body has an empty one', () => {
    const query: [string, string][] = [['caller_number', '+919711636496']]
    for (const name of ['in-call', 'after-call', 'v2-summary']) {
      const empty = { clid: '', clid_raw: '', _cl: '', _cr: '', customer_identifier: '', payload: {} }
      const told = toldBy(readingOf({ query, body: json(payload(name, empty)) }))
      expect(told.customer).toEqual({ number: '+919711636496', raw: '+919711636496' })
    }
  })

  it('make nobody of the body an agent who answered', () => {
    const body = json(payload('in-call', { call_state: '2', status: '1' }))
    const told = toldBy(readingOf({ query: [['team', 'north']], body }))
    expect(told.agents).toEqual([{ number: '+918586848544', result: 'rung' }])
    expect(told).not.toHaveProperty('answeredBy')
  })

  it('turn missed into no answer where they say that the call went out', () => {
    const query: [string, string][] = [['event', 'outgoing']]
    const body = json(payload('after-call', { _ev: '', _su: 2 }))
    expect(toldBy(readingOf({ query, body })).outcome).toBe('no-answer')
  })

  it('reach v2 and after-call logs too', () => {
    for (const name of ['v2-summary', 'v2-disposition', 'after-call']) {
      const query: [string, string][] = [['team', 'north']]
      expect(toldBy(readingOf({ query, body: json(payload(name)) })).custom).toEqual([['team', 'north']])
    }
  })

  it('let no body of another channel become a call', () => {
    const query: [string, string][] = [['caller_number', '+919711636496']]
    expect(readingOf({ query, body: json(payload('whatsapp')) })).toEqual({
      dialect: 'v2',
      reason: 'not-a-call',
    })
  })
})

describe('a pretend call', () => {
  it('says so whatever its body says', () => {
    const told = toldBy(readingOf({ pretend: true, body: json(payload('after-call')) }))
    expect(told.source).toBe('pretend')
    expect(readingOf({ pretend: true, body: json({}) })).toEqual({ dialect: null, reason: 'unknown-shape' })
  })
})

describe('the seed', () => {
  it('reads the same encoded and as its curl sends it', () => {
    const text = JSON.stringify(payload('in-call', { clid: '+919711636496' }))
    const encoded = readingOf({ body: Buffer.from(`myoperator=${encodeURIComponent(text)}`) })
    expect(readingOf({ body: Buffer.from(`myoperator=${text}`) })).toEqual(encoded)
  })
})

describe('the key of a fact', () => {
  const keyOf = (parts: Parameters<typeof delivered>[0]) => {
    const delivery = delivered(parts)
    return factKey(delivery, toldBy(readingOf(delivery)))
  }

  it('is a hash of method, query and body', () => {
    const body = json(payload('in-call'))
    const { key, repeatable } = keyOf({ body })
    expect(key).toMatch(/^[\da-f]{24}$/)
    expect(repeatable).toBe(false)
    expect(keyOf({ body, id: 'd2', seq: 9, receivedAt: '2026-03-03T00:00:00.000Z' }).key).toBe(key)
    expect(keyOf({ body, query: [['a', '1']] }).key).not.toBe(key)
    expect(keyOf({ body: json(payload('in-call', { call_state: '5' })) }).key).not.toBe(key)
  })

  it('tells apart what runs together when glued', () => {
    const get = (query: [string, string][]) => keyOf({ method: 'GET', query: [['uid', 'u'], ...query] }).key
    const keys = [
      get([['ab', 'c']]),
      get([['a', 'bc']]),
      get([
        ['a', 'b'],
        ['c', ''],
      ]),
      get([
        ['c', ''],
        ['a', 'b'],
      ]),
    ]
    expect(new Set(keys).size).toBe(4)
  })

  it('of v2 is event, type and call, whatever else is stamped anew', () => {
    const { key, repeatable } = keyOf({ body: json(payload('v2-summary')) })
    expect(repeatable).toBe(false)
    expect(keyOf({ body: json(payload('v2-summary', { timestamp: '2026-03-03T00:00:00Z' })) }).key).toBe(key)
    expect(keyOf({ body: json(payload('v2-summary', { event_type: 'call.end' })) }).key).not.toBe(key)
    expect(keyOf({ body: json(payload('v2-summary', { session_id: 'other' })) }).key).not.toBe(key)
    expect(keyOf({ body: json(payload('v2-summary', { event_id: 'other' })) }).key).not.toBe(key)
  })

  it.each<[query: string, repeatable: boolean]>([
    ['clid', true],
    ['uid', false],
    ['reference_id', false],
    ['client_ref_id', false],
    ['created', false],
    ['team', true],
  ])('may come again as another call where it holds no uid, reference or time: %s', (name, repeatable) => {
    const value = name === 'created' ? '1577797873' : 'x1'
    const query: [string, string][] = [
      ['caller_number', '9999999999'],
      [name, value],
    ]
    expect(keyOf({ method: 'GET', query }).repeatable).toBe(repeatable)
  })
})

describe('interpretation', () => {
  it('changes nothing that it is given', () => {
    const content = { form: 'object', object: Object.freeze(payload('after-call')) } as const
    const before = JSON.stringify(content)
    interpret(delivered(), content, home)
    expect(JSON.stringify(content)).toBe(before)
  })
})
