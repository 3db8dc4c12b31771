import { describe, expect, it } from 'vitest'
import { pasteFields } from '../../main/set-up/paste-fields.ts'
import type { Proofs } from '../../shared/settings.ts'

const url = 'https://calls.example.com/webhook'
const secret = 'd41d8cd98f00b204e9800998ecf8427e'
const none: Proofs = { header: null, basic: null, query: null }
const header = { name: 'x-ringtray-token', value: secret }

function table(fields: { field: string; value: string; copy: string | null }[]) {
  return fields.map(({ field, value, copy }) => [field, value, copy])
}

describe('what goes into the panel', () => {
  it('is, in v2, address, header and events', () => {
    expect(table(pasteFields({ url, proofs: { ...none, header } }).v2)).toEqual([
      ['URL', url, 'webhookUrl'],
      ['Authentication', 'API Key → Header', null],
      ['Header name', 'x-ringtray-token', 'headerName'],
      ['Header value', '••••••••427e', 'headerValue'],
      ['Additional headers', '', null],
      ['Events: tick', 'Dial begin, Answered, End, Summary (and Disposition, if you use it)', null],
      ['Events: leave unticked', 'Initiated, IVR started and every WhatsApp event', null],
    ])
  })

  it('is, in v1, the same fields for two webhooks', () => {
    expect(table(pasteFields({ url, proofs: { ...none, header } }).v1)).toEqual([
      ['Webhooks to add', 'Two with these same fields: one In-call, one After-call', null],
      ['URL', url, 'webhookUrl'],
      ['Method', 'POST', null],
      ['Header', '["x-ringtray-token: ••••••••427e"]', 'headerLine'],
      ['Credentials', '', null],
      ['Query string parameters', '', null],
      ['Log criteria', 'call log', null],
    ])
  })

  it('names the panel’s own fields where only Basic is configured', () => {
    const { v2, v1 } = pasteFields({
      url,
      proofs: { ...none, basic: { username: 'calls', password: secret } },
    })
    expect(table(v2).slice(1, 4)).toEqual([
      ['Authentication', 'Basic', null],
      ['Username', 'calls', null],
      ['Password', '••••••••427e', null],
    ])
    expect(table(v1)).toContainEqual(['Credentials', '{"username":"calls","password":"••••••••427e"}', null])
    expect(table(v1)).toContainEqual(['Header', '', null])
  })

  it('names the panel’s own fields where only a query parameter is configured', () => {
    const { v2, v1 } = pasteFields({ url, proofs: { ...none, query: { name: 'key', value: secret } } })
    expect(table(v2).slice(1, 4)).toEqual([
      ['Authentication', 'API Key → Query', null],
      ['Key name', 'key', null],
      ['Key value', '••••••••427e', null],
    ])
    expect(table(v1)).toContainEqual(['Query string parameters', 'key → Custom → ••••••••427e', null])
  })

  it('says what is missing where there is no secret and no address, and offers nothing to copy', () => {
    const { v2, v1 } = pasteFields({ url: '', proofs: none })
    for (const fields of [v2, v1]) {
      expect(fields.find(({ field }) => field === 'URL')?.value).toContain('choose a way in')
      expect(fields.find(({ field }) => field === 'Authentication')?.value).toContain('No secret is set')
      expect(fields.filter(({ copy }) => copy !== null)).toEqual([])
    }
  })

  it.each([secret, 'sixteen-letters!', 'fifteen-letters', 'abcd', 'a'])(
    'never holds the secret %s, and of a short one nothing',
    (value) => {
      const proofs = [
        { ...none, header: { name: 'x', value } },
        { ...none, basic: { username: 'u', password: value } },
        { ...none, query: { name: 'q', value } },
      ]
      for (const one of proofs) {
        const shown = JSON.stringify(pasteFields({ url: 'https://e.org', proofs: one }))
        if (value.length > 1) expect(shown).not.toContain(value)
        expect(shown.includes(`•${value.slice(-4)}`)).toBe(value.length >= 16)
      }
    },
  )
})
