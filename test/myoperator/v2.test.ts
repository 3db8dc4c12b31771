import { describe, expect, it } from 'vitest'
import type { Told } from '../../main/calls/fact.ts'
import type { JsonObject } from '../../main/myoperator/delivery.ts'
import { readV2 } from '../../main/myoperator/v2.ts'
import { home, payload, toldBy } from './support.ts'

const read = (name: string, changes: JsonObject = {}) => toldBy(readV2(payload(name, changes), home))
const refusal = (name: string, changes: JsonObject = {}) => readV2(payload(name, changes), home)
const agentLeg = (leg: JsonObject) => ({ legs: [{ type: 'agent', phone_number: '+919000010001', ...leg }] })

describe('a v2 event', () => {
  it('of dialling names everyone rung', () => {
    expect(read('v2-dial-begin')).toEqual({
      kind: 'ringing',
      phase: 'ringing',
      at: '2026-03-02T05:31:07.412Z',
      eventId: '8a1f0000-0000-4000-8000-000000000003',
      eventType: 'call.dial_begin',
      eventSequence: 3,
      uid: 's4.1772429460.881',
      companyId: '5cd40f6554442586',
      direction: 'incoming',
      customer: { number: '+919711636496', raw: '+919711636496' },
      line: '+911140000000',
      agents: [
        { number: '+919000010001', result: 'rung' },
        { number: '+919000010002', result: 'rung' },
      ],
    } satisfies Told)
  })

  it('of an answer names who answered, its legs put in order', () => {
    expect(read('v2-answered')).toMatchObject({
      kind: 'answered',
      phase: 'answered',
      answeredAt: '2026-03-02T05:31:15.000Z',
      answeredBy: '+919000010002',
      agents: [
        { number: '+919000010001', result: 'cancelled', ringSeconds: 8 },
        { number: '+919000010002', result: 'answered', ringSeconds: 8 },
      ],
    })
  })

  it('of a summary is exact', () => {
    expect(read('v2-summary')).toEqual({
      kind: 'log',
      exact: true,
      phase: 'ended',
      outcome: 'connected',
      at: '2026-03-02T05:35:10.000Z',
      eventId: '8a1f0000-0000-4000-8000-000000000009',
      eventType: 'call.summary',
      uid: 's4.1772429460.881',
      companyId: '5cd40f6554442586',
      direction: 'incoming',
      customer: { number: '+919711636496', raw: '+919711636496' },
      agents: [
        {
          number: '+919000010002',
          id: 'u-2',
          name: 'रवि कुमार',
          extension: '11',
          result: 'answered',
          ringSeconds: 8,
          talkSeconds: 60,
        },
        {
          number: '+919000010001',
          id: 'u-1',
          name: 'Asha Rao',
          extension: '10',
          result: 'answered',
          ringSeconds: 5,
          talkSeconds: 120,
        },
      ],
      answeredBy: '+919000010001',
      answeredAt: '2026-03-02T05:31:15.000Z',
      totalSeconds: 240,
      talkSeconds: 180,
      referenceId: 'r-1',
      clientReferenceId: 'crm-77',
      recordingFile: 'rec-881.mp3',
    } satisfies Told)
  })

  it.each<[type: string, kind: string, phase: string]>([
    ['call.initiated', 'initiated', 'initiated'],
    ['call.ivr_started', 'initiated', 'initiated'],
    ['call.dial_begin', 'ringing', 'ringing'],
    ['call.answered', 'answered', 'answered'],
    ['call.end', 'ended', 'ended'],
    ['call.summary', 'log', 'ended'],
    ['CALL.END ', 'ended', 'ended'],
  ])('of type %s', (event_type, kind, phase) => {
    expect(read('v2-dial-begin', { event_type })).toMatchObject({ kind, phase })
  })

  it('of an end tells outcome and durations but is not exact', () => {
    const told = read('v2-summary', { event_type: 'call.end', event_sequence: 5 })
    expect(told).toMatchObject({ kind: 'ended', outcome: 'connected', totalSeconds: 240, talkSeconds: 180 })
    expect(told).toMatchObject({ eventSequence: 5 })
    expect(told).not.toHaveProperty('exact')
  })

  it.each([
    ['bridged', 'incoming', 'connected'],
    ['missed', 'incoming', 'missed'],
    ['missed', 'outgoing', 'no-answer'],
    ['voicemail', '', 'voicemail'],
  ])('with status %s of a call %s ends as %s', (status, direction, outcome) => {
    expect(read('v2-summary', { direction, payload: { status } }).outcome).toBe(outcome)
  })

  it('takes a direction from the category only where there is no doubt', () => {
    const withCategory = (category: string) =>
      read('v2-summary', { direction: '', payload: { category } }).direction
    expect(['incoming', 'obd', 'callback', 'webcall'].map(withCategory)).toEqual([
      'incoming',
      'outgoing',
      undefined,
      undefined,
    ])
  })

  it('reads a customer who is told in his leg only, and one who withheld his number', () => {
    const { customer } = read('v2-dial-begin', { customer_identifier: null })
    expect(customer).toEqual({ number: '+919711636496', raw: '+919711636496' })
    expect(read('v2-summary', { customer_identifier: '', payload: {} }).customer).toEqual({ withheld: true })
  })

  it.each<[leg: JsonObject, result: string]>([
    [{ dial_status: 'ANSWER', result: 'answered' }, 'answered'],
    [{ dial_status: 'BUSY', result: 'not_answered' }, 'busy'],
    [{ dial_status: 'NO ANSWER' }, 'missed'],
    [{ dial_status: 'NO CARRIER' }, 'missed'],
    [{ dial_status: 'CANCEL' }, 'cancelled'],
    [{ dial_status: '', result: 'dialing' }, 'rung'],
    [{ dial_status: null, result: 'ringing' }, 'rung'],
    [{ result: 'not_answered' }, 'missed'],
    [{ result: 'answered' }, 'answered'],
    [{ result: 'connected', answered_at: null }, 'rung'],
    [{ result: 'connected', dial_status: 'ANSWER', answered_at: null }, 'rung'],
    [{ result: 'connected', answered_at: '2026-03-02T05:31:15Z' }, 'answered'],
    [{ result: 'whatever' }, 'rung'],
    [{}, 'rung'],
  ])('says of an agent with %j that he is %s', (leg, result) => {
    expect(read('v2-summary', { payload: agentLeg(leg) }).agents).toMatchObject([{ result }])
  })

  it('takes the lone agent of an answer, of whom it says nothing else, for who answered', () => {
    expect(read('v2-answered', { payload: agentLeg({}) }).answeredBy).toBe('+919000010001')
    const reached = agentLeg({ result: 'connected', answered_at: null })
    expect(read('v2-answered', { payload: reached })).not.toHaveProperty('answeredBy')
  })

  it('never makes an agent of the customer or of a leg of unknown type', () => {
    const legs = [{ type: 'customer', phone_number: '+919711636496' }, { phone_number: '+919000010001' }]
    expect(read('v2-dial-begin', { payload: { legs } })).not.toHaveProperty('agents')
  })

  it('reads a payload and legs that are JSON in a string', () => {
    const told = read('v2-dial-begin', {
      payload: JSON.stringify({ legs: JSON.stringify(agentLeg({}).legs) }),
    })
    expect(told.agents).toEqual([{ number: '+919000010001', result: 'rung' }])
  })
})

describe('a v2 disposition', () => {
  it.each<[payload: JsonObject, names: string[]]>([
    [{ dispositions: ['Interested', 'वापस कॉल करें'] }, ['Interested', 'वापस कॉल करें']],
    [{ disposition: 'Interested' }, ['Interested']],
    [{ name: 'Interested' }, ['Interested']],
    [{ _dsp: ['a', {}, 'b'] }, ['a', 'b']],
  ])('gives its names: %j', (body, dispositions) => {
    for (const event_type of ['call.disposition', 'disposition']) {
      const told = read('v2-disposition', { event_type, payload: body })
      expect(told).toMatchObject({ kind: 'disposition', dispositions, uid: 's4.1772429460.881' })
      expect(told).not.toHaveProperty('phase')
    }
  })

  it.each([{}, { disposition: { id: 7 } }, { dispositions: [] }, null, 'Interested'])(
    'is refused where they cannot be found: %j',
    (body) => {
      expect(refusal('v2-disposition', { payload: body })).toEqual({ reason: 'unknown-disposition' })
    },
  )
})

describe('a v2 event that is no call', () => {
  it('is of another channel', () => {
    expect(refusal('whatsapp')).toEqual({ reason: 'not-a-call' })
    expect(refusal('v2-dial-begin', { channel: 'WhatsApp' })).toEqual({ reason: 'not-a-call' })
  })

  it.each(['call.teleported', '', null, 7, {}])('is of the unknown type %j', (event_type) => {
    expect(refusal('v2-dial-begin', { event_type })).toEqual({ reason: 'unknown-event' })
  })

  it('names neither a session nor a customer', () => {
    const nameless = { session_id: '', customer_identifier: null, payload: {} }
    expect(refusal('v2-dial-begin', nameless)).toEqual({ reason: 'no-call' })
    expect(refusal('v2-disposition', { session_id: '', customer_identifier: null })).toEqual({
      reason: 'no-call',
    })
  })
})
