import { describe, expect, it } from 'vitest'
import type { Told } from '../../main/calls/fact.ts'
import { readAfterCall } from '../../main/myoperator/after-call.ts'
import type { JsonObject } from '../../main/myoperator/delivery.ts'
import { home, payload, toldBy } from './support.ts'

const read = (changes: JsonObject) => toldBy(readAfterCall(payload('after-call', changes), home))
const asha = { _id: 'a', _na: 'Asha Rao', _ct: '9000010001' }
const ravi = { _id: 'r', _ct: '9000010002' }
const leg = (_rr: unknown, _ac: string, _ds: string, _dr = '00:00:10', more: JsonObject = {}) => ({
  _rr,
  _ac,
  _ds,
  _dr,
  ...more,
})

describe('the after-call log', () => {
  it('is read whole', () => {
    expect(read({})).toEqual({
      kind: 'log',
      exact: true,
      phase: 'ended',
      outcome: 'connected',
      at: '2020-08-01T07:32:17.000Z',
      startedAt: '2020-08-01T07:31:38.000Z',
      answeredAt: '2020-08-01T07:32:08.000Z',
      endedAt: '2020-08-01T07:32:17.000Z',
      uid: 'n2.1596267096.77',
      logId: '5f251a5a0dbe2437',
      companyId: '5cd40f6554442586',
      direction: 'incoming',
      customer: { number: '+919711636496', raw: '+919711636496' },
      line: '+911140000000',
      agents: [
        {
          number: '+919000010002',
          id: '5cd40f6556f2f100',
          name: 'रवि कुमार',
          extension: '11',
          result: 'missed',
          ringSeconds: 15,
        },
        {
          number: '+919000010001',
          id: '5cd40f6556f2f124',
          name: 'Asha Rao',
          extension: '10',
          result: 'answered',
          ringSeconds: 11,
          talkSeconds: 9,
        },
      ],
      answeredBy: '+919000010001',
      totalSeconds: 39,
      talkSeconds: 9,
      department: 'Sales',
      recordingFile: 'a1b2.mp3',
      recordingUrl: 'http://example.com/audio/a1b2',
      source: 'ivr',
    } satisfies Told)
  })

  it('is read under its long names, its lists coded as lone objects', () => {
    expect(toldBy(readAfterCall(payload('after-call-long-names'), home))).toEqual({
      kind: 'log',
      exact: true,
      phase: 'ended',
      outcome: 'connected',
      at: '2020-08-01T07:32:17.000Z',
      startedAt: '2020-08-01T07:31:38.000Z',
      answeredAt: '2020-08-01T07:32:08.000Z',
      endedAt: '2020-08-01T07:32:17.000Z',
      uid: 'n2.1596267096.77',
      companyId: '5cd40f6554442586',
      direction: 'incoming',
      customer: { number: '+919711636496', raw: '+919711636496' },
      line: '+911140000000',
      agents: [
        { number: '+919000010001', name: 'Asha Rao', extension: '10', result: 'answered', talkSeconds: 9 },
      ],
      answeredBy: '+919000010001',
      totalSeconds: 39,
      talkSeconds: 9,
      department: 'Sales',
      recordingFile: 'a1b2.mp3',
      recordingUrl: 'http://example.com/audio/a1b2',
    } satisfies Told)
  })

  it.each<[changes: JsonObject, told: Partial<Told>]>([
    [{ _so: 2 }, { source: 'mobile' }],
    [{ _su: '2', _ev: '1' }, { outcome: 'missed' }],
    [
      { _su: 2, _ev: 2 },
      { outcome: 'no-answer', direction: 'outgoing' },
    ],
    [{ _su: '3' }, { outcome: 'voicemail' }],
    [{ _su: null }, { outcome: 'connected' }],
    [{ _ty: 2 }, { direction: 'incoming' }],
    [{ _dr: '01:02:03', _ss: 5 }, { totalSeconds: 3_723 }],
    [{ _dr: '' }, { totalSeconds: 39 }],
    [{ _st: null }, { startedAt: '2020-08-01T07:31:38.000Z' }],
    [{ _et: null }, { at: '2020-08-01T07:32:16.000Z' }],
    [{ _pm: { ky: 'ui', vl: 'u1' } }, { uid: 'u1' }],
    [{ _pm: '[{"ky":"ui","vl":"u2"}]' }, { uid: 'u2' }],
    [{ _cm: 'आशा' }, { customer: { number: '+919711636496', raw: '+919711636496', name: 'आशा' } }],
    [{ _cl: '', _cr: '7911123456', _cy: '44' }, { customer: { number: '+447911123456', raw: '7911123456' } }],
    [{ _cl: 'anonymous', _cr: '' }, { customer: { raw: 'anonymous', withheld: true } }],
    [{ _cl: '', _cr: '', _an: '1' }, { customer: { withheld: true } }],
    [{ _cl: null, _cr: null, _an: 1 }, { customer: { withheld: true } }],
    [{ _dsp: ['Interested', 'बाद में'] }, { dispositions: ['Interested', 'बाद में'] }],
    [{ _dsp: 'Interested' }, { dispositions: ['Interested'] }],
    [
      { _ri: 'r', _ivid: 'i', _cri: 'c' },
      { referenceId: 'r', ivrId: 'i', clientReferenceId: 'c' },
    ],
  ])('reads %j', (changes, told) => {
    expect(read(changes)).toMatchObject(told)
  })

  it('leaves out what is empty', () => {
    const told = read({ _fn: '', _fu: '', _dn: '', _dsp: [], _pm: [], _so: '', _ev: '', _ld: [] })
    for (const name of [
      'recordingFile',
      'recordingUrl',
      'department',
      'dispositions',
      'uid',
      'source',
      'direction',
    ])
      expect(told).not.toHaveProperty(name)
    for (const name of ['agents', 'answeredBy', 'answeredAt', 'talkSeconds', 'line'])
      expect(told).not.toHaveProperty(name)
  })

  it('is a call by its own id alone, and none without any', () => {
    expect(toldBy(readAfterCall({ _ai: 'xyz', _ci: '123abc' }, home))).toMatchObject({
      logId: 'xyz',
      kind: 'log',
    })
    expect(readAfterCall({ _ci: '123abc', _st: 1596267098 }, home)).toEqual({ reason: 'no-call' })
  })
})

describe('the legs of an after-call log', () => {
  it.each<[ds: string, ac: string, result: string]>([
    ['ANSWER', 'received', 'answered'],
    ['ANSWER', 'missed', 'answered'],
    ['BUSY', 'missed', 'busy'],
    ['CANCEL', 'missed', 'cancelled'],
    ['NOANSWER', 'missed', 'missed'],
    ['NO ANSWER', 'missed', 'missed'],
    ['NO CARRIER', 'missed', 'missed'],
    ['', 'received', 'answered'],
    ['', 'missed', 'missed'],
    ['', 'transferred', 'transferred'],
    ['', '', 'rung'],
    ['CONGESTION', 'missed', 'missed'],
    ['CONGESTION', '', 'rung'],
  ])('say by _ds %j, else _ac %j, that the agent is %s', (ds, ac, result) => {
    expect(read({ _ld: [leg([asha], ac, ds)] }).agents).toMatchObject([{ result }])
  })

  it('count as talk what an agent said before handing the call on', () => {
    const told = read({
      _ld: [
        leg([asha], 'transferred', 'ANSWER', '00:00:28', { _st: 1596267110, _tt: ravi }),
        leg([ravi], 'received', 'ANSWER', '00:00:51', { _st: 1596267140 }),
      ],
    })
    expect(told).toMatchObject({ talkSeconds: 79, answeredBy: '+919000010002' })
  })

  it('name as answering the agent of the last received one, and add up the talk', () => {
    const told = read({
      _ld: [
        leg([asha], 'received', 'ANSWER', '00:00:10', { _st: 1596267110, _tt: ravi }),
        leg([ravi], 'received', 'ANSWER', '00:01:00', { _st: 1596267120 }),
        leg([asha], 'missed', 'NOANSWER', '00:00:05'),
      ],
    })
    expect(told).toMatchObject({
      answeredBy: '+919000010002',
      talkSeconds: 70,
      answeredAt: '2020-08-01T07:31:50.000Z',
    })
    expect(told.agents).toMatchObject([
      { number: '+919000010001', result: 'missed', talkSeconds: 10 },
      { number: '+919000010002', result: 'answered', talkSeconds: 60 },
    ])
  })

  it('add up the talk of one agent in several', () => {
    const told = read({ _ld: [leg([asha], 'received', ''), leg(asha, 'received', '', '00:00:20')] })
    expect(told).toMatchObject({ agents: [{ talkSeconds: 30 }], talkSeconds: 30 })
    expect(told.agents).toHaveLength(1)
  })

  it('name nobody as answering where one names several', () => {
    const told = read({ _ld: [leg([asha, ravi], 'received', 'ANSWER')] })
    expect(told.agents).toMatchObject([{ result: 'rung' }, { result: 'rung' }])
    expect(told).not.toHaveProperty('answeredBy')
    expect(told.talkSeconds).toBe(10)
  })

  it('know those to whom a call was passed as rung', () => {
    const told = read({ _ld: [leg([asha], 'transferred', '', '00:00:10', { _tt: [ravi] })] })
    expect(told.agents).toMatchObject([
      { id: 'a', result: 'transferred' },
      { id: 'r', result: 'rung' },
    ])
  })

  it('take an agent without a number by his id, and a number that is none as one', () => {
    const told = read({ _ld: [leg([{ _id: 'x1' }, { _ct: 'abc123' }, {}, null], 'missed', '')] })
    expect(told.agents).toMatchObject([{ id: 'x1' }, { id: 'abc123' }])
    expect(told.agents).toHaveLength(2)
  })

  it('give no ring time where the two times are of different zones', () => {
    for (const _rst of ['2020-08-01 13:01:57', '2020-08-01 02:01:57']) {
      const told = read({ _ld: [leg([asha], 'received', '', '00:00:09', { _rst, _st: 1596267128 })] })
      expect(told.agents?.[0]).not.toHaveProperty('ringSeconds')
    }
  })

  it('never make an agent of a comment', () => {
    expect(JSON.stringify(read({}))).not.toContain('9000010009')
  })
})
