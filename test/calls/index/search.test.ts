import { describe, expect, it } from 'vitest'
import { type IndexRow, toIndexRow } from '../../../main/calls/index/index-row.ts'
import { searchTest } from '../../../main/calls/index/search.ts'
import { project } from '../../../main/calls/project.ts'
import { arrive, second } from '../facts.ts'

function rowOf(number: string, name: string, note = ''): IndexRow {
  const facts = arrive({ kind: 'ringing', customer: { number, name }, department: 'Sales' })
  const record = { id: 'a', facts, edits: { note: { value: note, at: second(0), desk: '' } } }
  return toIndexRow(record, project(record.id, record.facts, record.edits))
}

const customer = rowOf('+919876543210', 'सुनीता जोशी', 'Refund for INVOICE 2210')

describe('search', () => {
  it.each([
    '98765 432',
    '9876543210',
    '098765-43210',
    '+91 98765-43210',
    '0091 98765 43210',
    '(98765) 43210',
    '543210',
    'सुनीता',
    'जोशी सुनीता',
    'refund',
    'invoice REFUND',
    '2210',
    'ｒｅｆｕｎｄ',
    'sales',
    '  refund  ',
  ])('finds the customer by “%s”', (query) => {
    expect(searchTest(query)?.(customer)).toBe(true)
  })

  it.each(['98765 433', '+92 98765', 'refunds', 'सुनीता refund x', '00', 'Refund\u0000'])(
    'does not find the customer by “%s”',
    (query) => {
      expect(searchTest(query)?.(customer)).toBe(false)
    },
  )

  it('asks nothing where nothing is typed', () => {
    expect(searchTest('   ')).toBeNull()
  })

  it('takes what is typed as text, never as a pattern', () => {
    expect(searchTest('.*')?.(customer)).toBe(false)
    expect(searchTest('[')?.(rowOf('+919876543210', 'a [b]'))).toBe(true)
  })
})
