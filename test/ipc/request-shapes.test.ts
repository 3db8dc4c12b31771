import { describe, expect, it } from 'vitest'
import { isRequestName, requestShapes } from '../../main/ipc/request-shapes.ts'
import type { RequestName } from '../../shared/ipc-contract.ts'

const rows = { query: '', filter: 'all', from: 0, count: 50 }

describe('what a page may send', () => {
  it.each<[RequestName, unknown[]]>([
    ['snapshot', []],
    ['rows', [rows]],
    ['rows', [{ ...rows, query: 'x'.repeat(200), filter: 'missed', from: 1e6, count: 200 }]],
    ['call', ['n2.1.1']],
    ['setNote', ['n2.1.1', '']],
    ['markSeen', ['n2.1.1']],
    ['copy', [{ what: 'webhookUrl' }]],
    ['copy', [{ what: 'number', id: 'a', international: true }]],
    ['setDoNotDisturb', [null]],
    ['setDoNotDisturb', [15]],
  ])('lets %s pass with %j', (name, args) => {
    expect(requestShapes[name](args)).toBe(true)
  })

  it.each<[RequestName, unknown[]]>([
    ['snapshot', [1]],
    ['rows', []],
    ['rows', [{ ...rows, count: 201 }]],
    ['rows', [{ ...rows, from: -1 }]],
    ['rows', [{ ...rows, from: 0.5 }]],
    ['rows', [{ ...rows, filter: 'none' }]],
    ['rows', [{ ...rows, query: 'x'.repeat(201) }]],
    ['rows', [null]],
    ['call', [{}]],
    ['call', ['x'.repeat(501)]],
    ['setNote', ['a', 'x'.repeat(4_001)]],
    ['setNote', ['a']],
    ['copy', [{ what: 'password' }]],
    ['copy', [{ what: 'number', id: 1, international: true }]],
    ['setDoNotDisturb', [0]],
    ['setDoNotDisturb', [Number.POSITIVE_INFINITY]],
  ])('refuses %s with %j', (name, args) => {
    expect(requestShapes[name](args)).toBe(false)
  })

  it('knows no other names', () => {
    expect([
      isRequestName('rows'),
      isRequestName('constructor'),
      isRequestName('__proto__'),
      isRequestName(1),
    ]).toEqual([true, false, false, false])
  })
})
