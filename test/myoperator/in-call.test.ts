import { describe, expect, it } from 'vitest'
import type { Told } from '../../main/calls/fact.ts'
import type { JsonObject } from '../../main/myoperator/delivery.ts'
import { readInCall } from '../../main/myoperator/in-call.ts'
import { home, payload, toldBy } from './support.ts'

const read = (changes: JsonObject) => toldBy(readInCall(payload('in-call', changes), home))
const alone = (object: JsonObject) => readInCall(object, home)

describe('the in-call log', () => {
  it('of the seed is read whole', () => {
    expect(read({})).toEqual({
      kind: 'initiated',
      phase: 'initiated',
      at: '2020-08-01T08:35:56.000Z',
      uid: 'n2.1596270949.2175190',
      companyId: '5cd40f6554442586',
      direction: 'outgoing',
      customer: { number: '+919711636496', raw: '919711636496' },
      agents: [{ number: '+918586848544', result: 'rung' }],
      ivrId: '5ee9a795b318a786',
      referenceId: 'fd771ed0-d3d1-11ea-935a-9a5b7644c4f0',
      clientReferenceId: 'fdfdfdf',
    } satisfies Told)
  })

  it.each<[state: unknown, told: Partial<Told>]>([
    ['0', { kind: 'ringing', phase: 'ringing' }],
    ['1', { kind: 'initiated', phase: 'initiated' }],
    ['2', { kind: 'ended', phase: 'ended' }],
    ['3', { kind: 'initiated', phase: 'initiated', direction: 'outgoing' }],
    ['4', { kind: 'ended', phase: 'ended', outcome: 'no-answer', direction: 'outgoing' }],
    ['5', { kind: 'ringing', phase: 'ringing' }],
    ['6', { kind: 'answered', phase: 'answered' }],
    ['7', { kind: 'ended', phase: 'ended', outcome: 'rejected', direction: 'outgoing' }],
    ['9', { kind: 'ended', phase: 'ended', outcome: 'no-answer', direction: 'outgoing' }],
    [5, { kind: 'ringing', phase: 'ringing' }],
    ['5.0', { kind: 'ringing', phase: 'ringing' }],
    [' 5 ', { kind: 'ringing', phase: 'ringing' }],
    [0, { kind: 'ringing', phase: 'ringing' }],
    [null, { kind: 'ringing', phase: 'ringing' }],
    ['', { kind: 'ringing', phase: 'ringing' }],
    ['8', { kind: 'unknown' }],
    ['5x', { kind: 'unknown' }],
    [[5], { kind: 'unknown' }],
  ])('reads state %j', (state, told) => {
    const { kind, phase, outcome, direction } = read({ call_state: state, event: null })
    expect(JSON.parse(JSON.stringify({ kind, phase, outcome, direction }))).toEqual(told)
  })

  it.each<[status: unknown, event: unknown, outcome: Told['outcome']]>([
    ['1', '1', 'connected'],
    [1, 1, 'connected'],
    ['Connected', 'incoming', 'connected'],
    ['2', '1', 'missed'],
    ['2', '2', 'no-answer'],
    ['Missed', null, 'missed'],
    [3, '1', 'voicemail'],
    ['VOICEMAIL', '1', 'voicemail'],
    [null, '1', undefined],
    ['4', '1', undefined],
    [{}, '1', undefined],
  ])('reads status %j of event %j at the end', (status, event, outcome) => {
    expect(read({ call_state: '2', status, event }).outcome).toBe(outcome)
  })

  it('takes no outcome from a status while the call lives', () => {
    for (const state of ['0', '1', '3', '5', '6', '8'])
      expect(read({ call_state: state, status: '2' })).not.toHaveProperty('outcome')
  })

  it('takes a status without a state for the end', () => {
    expect(read({ call_state: null, status: '2', event: '1' })).toMatchObject({
      kind: 'ended',
      outcome: 'missed',
    })
  })

  it.each<[users: unknown, agents: Told['agents']]>([
    [
      ['918586848544', '919000010001'],
      [{ number: '+918586848544' }, { number: '+919000010001' }],
    ],
    ['["918586848544","919000010001"]', [{ number: '+918586848544' }, { number: '+919000010001' }]],
    ['918586848544,919000010001', [{ number: '+918586848544' }, { number: '+919000010001' }]],
    ['918586848544, 919000010001', [{ number: '+918586848544' }, { number: '+919000010001' }]],
    ['abc123,def456', [{ id: 'abc123' }, { id: 'def456' }]],
    ['abc9711636496', [{ id: 'abc9711636496' }]],
    ['918586848544', [{ number: '+918586848544' }]],
    [918586848544, [{ number: '+918586848544' }]],
    [[918586848544, null, '', {}], [{ number: '+918586848544' }]],
    [{ 0: '918586848544', 2: 'abc123' }, [{ number: '+918586848544' }, { id: 'abc123' }]],
    [['8586848544', '+918586848544', ' 918586848544'], [{ number: '+918586848544' }]],
    [['9185868485'], [{ number: '+919185868485' }]],
    [['12345'], [{ id: '12345' }]],
    ['', undefined],
    ['[]', undefined],
    ['[[[', undefined],
    [`${'['.repeat(33)}${']'.repeat(33)}`, undefined],
    [[], undefined],
    [null, undefined],
    ['unknown', undefined],
  ])('reads users %j', (users, agents) => {
    const rung = agents?.map((agent) => ({ ...agent, result: 'rung' }))
    expect(read({ users }).agents).toEqual(rung)
  })

  it('says who answered where exactly one is named', () => {
    const told = read({ call_state: '6', users: ['918586848544'] })
    expect(told).toMatchObject({ answeredBy: '+918586848544', agents: [{ result: 'answered' }] })
    expect(read({ call_state: 6, users: 'abc123' }).answeredBy).toBe('abc123')
  })

  it('says of nobody that he answered where several are named', () => {
    const told = read({ call_state: '6', users: ['918586848544', '919000010001'] })
    expect(told.agents?.map((agent) => agent.result)).toEqual(['rung', 'rung'])
    expect(told).not.toHaveProperty('answeredBy')
  })

  it.each<[raw: unknown, clid: unknown, customer: Told['customer']]>([
    ['919711636496', '9711636496', { number: '+919711636496', raw: '919711636496' }],
    ['9711636496', '+919711636496', { number: '+919711636496', raw: '+919711636496' }],
    ['9711636496', ' 919711636496', { number: '+919711636496', raw: ' 919711636496' }],
    [null, '09711636496', { number: '+919711636496', raw: '09711636496' }],
    [9711636496, undefined, { number: '+919711636496', raw: '9711636496' }],
    ['447911123456', '7911123456', { number: '+447911123456', raw: '447911123456' }],
    ['6591234567', '91234567', { number: '+6591234567', raw: '6591234567' }],
    ['12025550123', null, { number: '+12025550123', raw: '12025550123' }],
    ['', '', { withheld: true }],
    ['', '9711636496', { number: '+919711636496', raw: '9711636496' }],
    ['anonymous', 'anonymous', { raw: 'anonymous', withheld: true }],
    ['Unknown', '', { raw: 'Unknown', withheld: true }],
    ['12345', null, { raw: '12345' }],
    ['abc123', null, { raw: 'abc123' }],
    [null, null, undefined],
    [{}, [], undefined],
  ])('reads clid_raw %j with clid %j', (clid_raw, clid, customer) => {
    expect(read({ clid_raw, clid }).customer).toEqual(customer)
  })

  it.each([
    ['2020-08-01 08:35:56', '2020-08-01T08:35:56.000Z'],
    ['2020-08-01+08:35:56', '2020-08-01T08:35:56.000Z'],
    ['2020-08-01T08:35:56+05:30', '2020-08-01T03:05:56.000Z'],
    [1596270956, '2020-08-01T08:35:56.000Z'],
    ['1596270956000', '2020-08-01T08:35:56.000Z'],
    ['0000-00-00 00:00:00', undefined],
    ['2020-02-31 08:35:56', undefined],
    ['2020-08-01 25:00:00', undefined],
    ['yesterday', undefined],
    [{}, undefined],
  ])('reads the time %j as UTC', (created, at) => {
    expect(read({ created }).at).toBe(at)
  })

  it('falls back to call_time', () => {
    expect(read({ created: null }).at).toBe('2020-08-01T08:35:56.000Z')
  })

  it.each([
    ['1140000000', '+911140000000'],
    ['911140000000', '+911140000000'],
    ['1400', '1400'],
    ['unknown', undefined],
    ['', undefined],
  ])('reads the line %j', (rdnis, line) => {
    expect(read({ rdnis }).line).toBe(line)
  })

  it('keeps the department of the receivers that have one', () => {
    expect(read({ department_name: 'बिक्री' }).department).toBe('बिक्री')
  })

  it('never joins on written-out emptiness', () => {
    for (const uid of ['null', 'undefined', '', ' ', 0, {}]) expect(read({ uid })).not.toHaveProperty('uid')
  })
})

describe('an in-call log that is a call', () => {
  it.each<[object: JsonObject, kind: Told['kind']]>([
    [{ uid: 'x' }, 'unknown'],
    [{ uid: 'x', call_state: '77' }, 'unknown'],
    [{ clid: '9711636496' }, 'ringing'],
    [{ clid: 'anonymous' }, 'ringing'],
    [{ clid: '' }, 'ringing'],
    [{ uid: 'x', call_state: '2' }, 'ended'],
  ])('needs a uid or a customer: %j', (object, kind) => {
    expect(toldBy(alone(object)).kind).toBe(kind)
  })

  it.each([{}, { call_state: '5' }, { uid: '', clid: null }, { users: ['918586848544'], call_state: '5' }])(
    'is none without: %j',
    (object) => {
      expect(alone(object)).toEqual({ reason: 'no-call' })
    },
  )
})
