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
    ['card', []],
    ['cardDrawn', [0, 0]],
    ['cardDrawn', [12, 4_000]],
    ['cardAction', [{ do: 'dismiss', row: 'missed' }]],
    ['cardAction', [{ do: 'dismiss', row: 'n2.1.1' }]],
    ['cardAction', [{ do: 'open', id: 'n2.1.1' }]],
    ['cardAction', [{ do: 'open-missed' }]],
    ['cardAction', [{ do: 'whatsapp', id: 'n2.1.1' }]],
    ['cardAction', [{ do: 'ignore', id: 'n2.1.1' }]],
    ['cardAction', [{ do: 'that-is-me', agent: '+918586848544' }]],
    ['cardAction', [{ do: 'watch-all' }]],
    ['cardAction', [{ do: 'not-mine', id: 'n2.1.1' }]],
    ['cardAction', [{ do: 'type', id: 'n2.1.1', isTyping: false }]],
    ['cardAction', [{ do: 'leave' }]],
    ['settingsPage', []],
    ['openSettings', []],
    ['changeSettings', [{ me: ['98230 45678', ''] }]],
    ['changeSettings', [{ watchAll: true, showCallsAs: 'card', ignored: [], startsWithComputer: false }]],
    ['changeSettings', [{ shift: { days: [1], from: '22:00', to: '06:00' } }]],
    ['changeSettings', [{ shift: null, cardShortcut: null }]],
    ['changeSettings', [{ cardShortcut: 'Control+Alt+R' }]],
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
    ['card', [1]],
    ['cardDrawn', [1]],
    ['cardDrawn', [-1, 100]],
    ['cardDrawn', [1, 100.5]],
    ['cardDrawn', [1, 4_001]],
    ['cardAction', []],
    ['cardAction', [null]],
    ['cardAction', [{ do: 'quit' }]],
    ['cardAction', [{ do: 'constructor' }]],
    ['cardAction', [{ do: 'dismiss' }]],
    ['cardAction', [{ do: 'open', id: '' }]],
    ['cardAction', [{ do: 'whatsapp', id: 'x'.repeat(501) }]],
    ['cardAction', [{ do: 'that-is-me', id: 'a' }]],
    ['cardAction', [{ do: 'type', id: 'a', isTyping: 'yes' }]],
    ['settingsPage', [1]],
    ['changeSettings', [[]]],
    ['changeSettings', [{ port: 80 }]],
    ['changeSettings', [{ proofs: { header: null } }]],
    ['changeSettings', [JSON.parse('{"__proto__": {}}')]],
    ['changeSettings', [{ me: 'me' }]],
    ['changeSettings', [{ me: [1] }]],
    ['changeSettings', [{ me: ['x'.repeat(501)] }]],
    ['changeSettings', [{ watchAll: null }]],
    ['changeSettings', [{ showCallsAs: 'sound' }]],
    ['changeSettings', [{ shift: { days: [], from: '22:00', to: '06:00' } }]],
    ['changeSettings', [{ cardShortcut: 'R' }]],
    ['changeSettings', [{ startsWithComputer: 1 }]],
    ['openSettings', ['here']],
  ])('refuses %s with %j', (name, args) => {
    expect(requestShapes[name](args)).toBe(false)
  })

  it('takes at most 1,000 numbers at once', () => {
    const ignored = Array(1_001).fill('a')
    expect(requestShapes.changeSettings([{ ignored }])).toBe(false)
    expect(requestShapes.changeSettings([{ ignored: ignored.slice(1) }])).toBe(true)
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
