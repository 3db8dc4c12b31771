import { describe, expect, it } from 'vitest'
import { maskedReport } from '../../main/history/masked-report.ts'
import type { ArrivedDelivery } from '../../shared/kept-delivery.ts'

const arrived: ArrivedDelivery = {
  id: 'a',
  receivedAt: '2026-11-23T06:28:09.000Z',
  method: 'POST',
  verdict: 'unrecognised',
  reason: 'unknown-shape',
  dialect: null,
  callId: null,
  query: [['caller', '+919823045678']],
  body: JSON.stringify({
    state: '24',
    who: { name: 'सुनीता जोशी', age: 41, phone: 9823045678 },
    list: ['abc', null, true],
  }),
}

describe('the masked report', () => {
  it('keeps fields, forms and codes, and nobody’s number or words', () => {
    expect(maskedReport(arrived)).toBe(
      [
        'POST, unrecognised (unknown-shape)',
        'caller=+000000000000',
        JSON.stringify(
          { state: '24', who: { name: 'xxx xx', age: 41, phone: 0 }, list: ['xxx', null, true] },
          null,
          2,
        ),
      ].join('\n'),
    )
  })

  it('masks a body that is no JSON', () => {
    expect(maskedReport({ ...arrived, query: [], body: 'Asha called 98230 45678' })).toContain(
      'xxxx xxxxxx 00000 00000',
    )
  })
})
