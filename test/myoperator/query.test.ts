import { describe, expect, it } from 'vitest'
import type { Told } from '../../main/calls/fact.ts'
import { parseQuery } from '../../main/myoperator/delivery.ts'
import { readQuery } from '../../main/myoperator/query.ts'
import { home, toldBy } from './support.ts'

const read = (search: string, context = home) => toldBy(readQuery(parseQuery(search), context))
const customer = { number: '+919999999999', raw: '+919999999999' }

describe('query parameters', () => {
  it('ring with nothing but a customer, as the smallest GET of the seed', () => {
    expect(read('caller_number=+919999999999')).toEqual({ kind: 'ringing', phase: 'ringing', customer })
  })

  it('are read whole under their obvious names', () => {
    const search =
      'caller_number=%2B919999999999&created=1577797873&event=incoming&status=Connected&call_state=2' +
      '&uid=s5.347638.78643857&company_id=abc123&service_number=911140000000&user_number=9000010001' +
      '&reference_id=r1&client_ref_id=c1&ivr_id=i1&team=north'
    expect(read(search)).toEqual({
      kind: 'ended',
      phase: 'ended',
      outcome: 'connected',
      direction: 'incoming',
      at: '2019-12-31T13:11:13.000Z',
      uid: 's5.347638.78643857',
      companyId: 'abc123',
      customer,
      line: '+911140000000',
      agents: [{ number: '+919000010001', result: 'answered' }],
      answeredBy: '+919000010001',
      referenceId: 'r1',
      clientReferenceId: 'c1',
      ivrId: 'i1',
      custom: [['team', 'north']],
    } satisfies Told)
  })

  it.each(['caller_number', 'CallerNumber', 'caller-number', 'clid', 'CLID', 'number', 'Customer_Number'])(
    'know the customer as %s',
    (name) => {
      expect(read(`${name}=+919999999999`).customer).toEqual(customer)
    },
  )

  it.each(['agent', 'agent_number', 'user_number', 'User-Number'])('know the agent as %s', (name) => {
    expect(read(`clid=9999999999&${name}=9000010001`).agents).toEqual([
      { number: '+919000010001', result: 'rung' },
    ])
  })

  it('know the state as state and call_state, the line as rdnis', () => {
    expect(read('clid=9999999999&state=6').phase).toBe('answered')
    expect(read('clid=9999999999&rdnis=1140000000').line).toBe('+911140000000')
  })

  it.each([' 919999999999', '+919999999999', '919999999999', '9999999999', '09999999999', '%2B919999999999'])(
    'read the customer %j',
    (value) => {
      expect(toldBy(readQuery([['caller_number', value]], home)).customer?.number).toBe('+919999999999')
    },
  )

  it('take the number with country code before the one without', () => {
    expect(read('number_national=7911123456&caller_number=447911123456', home).customer?.number).toBe(
      '+447911123456',
    )
    const names = { nn: 'customerNumberNational', cc: 'customerNumber' } as const
    const context = { country: 'IN', queryFields: names }
    expect(read('nn=7911123456&cc=+447911123456', context).customer?.number).toBe('+447911123456')
  })

  it('follow the names of the settings before the obvious ones', () => {
    const context = { country: 'IN', queryFields: { Who: 'customerNumber', number: 'agentNumber' } as const }
    const told = read('who=9999999999&number=9000010001&x=1', context)
    expect(told.customer?.number).toBe('+919999999999')
    expect(told.agents).toEqual([{ number: '+919000010001', result: 'rung' }])
    expect(told.custom).toEqual([['x', '1']])
  })

  it('ring for a withheld number', () => {
    expect(read('caller_number=')).toMatchObject({ kind: 'ringing', customer: { withheld: true } })
    expect(read('caller_number=anonymous')).toMatchObject({ customer: { raw: 'anonymous', withheld: true } })
  })

  it('are over where there is a status but no state', () => {
    expect(read('clid=9999999999&event=outgoing&status=Missed')).toMatchObject({
      kind: 'ended',
      outcome: 'no-answer',
    })
  })

  it('are of unknown kind where the state is', () => {
    expect(read('clid=9999999999&call_state=8').kind).toBe('unknown')
    expect(read('uid=x').kind).toBe('unknown')
  })

  it('take the first value that is one', () => {
    expect(read('clid=&clid=9999999999&clid=9000010001').customer?.number).toBe('+919999999999')
  })

  it('keep every other name, even those of object members', () => {
    const told = read('clid=9999999999&__proto__=a&constructor=b&team=1&team=2')
    expect(told.custom).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['team', '1'],
      ['team', '2'],
    ])
  })

  it.each(['', 'a=1', 'call_state=5&event=incoming', 'uid=', 'agent=9000010001'])(
    'are no call: %j',
    (search) => {
      expect(readQuery(parseQuery(search), home)).toEqual({ reason: 'no-call' })
    },
  )
})
