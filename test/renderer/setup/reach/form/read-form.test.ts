import { describe, expect, it } from 'vitest'
import { type FieldValues, fieldValues } from '../../../../../renderer/setup/reach/form/fields.ts'
import { readForm } from '../../../../../renderer/setup/reach/form/read-form.ts'
import type { TunnelKind, TunnelSettings } from '../../../../../shared/tunnel.ts'

interface Typed extends Partial<FieldValues> {
  secret?: string
  isSecretKept?: boolean
}

function read(kind: TunnelKind, { secret = '', isSecretKept = false, ...values }: Typed) {
  return readForm({ kind, values: { ...fieldValues(kind, null), ...values }, secret, isSecretKept })
}

const url = 'https://calls.example.com/webhook'

describe('the form of a way in', () => {
  const right: [TunnelKind, Typed, TunnelSettings][] = [
    ['own-url', { url: ` ${url} ` }, { kind: 'own-url', url }],
    ['ngrok', { secret: '2abc' }, { kind: 'ngrok' }],
    ['ngrok', { isSecretKept: true, domain: 'a.ngrok.dev' }, { kind: 'ngrok', domain: 'a.ngrok.dev' }],
    ['cloudflared', { url, secret: 'ey' }, { kind: 'cloudflared', url }],
    [
      'cloudflared',
      { url, tokenFile: '/etc/token', binary: '/opt/cloudflared' },
      { kind: 'cloudflared', url, tokenFile: '/etc/token', binary: '/opt/cloudflared' },
    ],
    [
      'ssh',
      { url, host: 'box', user: 'me', remotePort: '8080' },
      { kind: 'ssh', host: 'box', user: 'me', port: 22, remotePort: 8080, url },
    ],
    [
      'ssh',
      { url, host: 'box', user: 'me', port: '2222', remotePort: '1', keyFile: '/home/me/my key' },
      { kind: 'ssh', host: 'box', user: 'me', port: 2222, remotePort: 1, url, keyFile: '/home/me/my key' },
    ],
  ]
  it.each(right)('of %s becomes its settings: %o', (kind, typed, settings) => {
    expect(read(kind, typed)).toEqual({ settings })
  })

  const wrong: [TunnelKind, Typed, string[]][] = [
    ['own-url', {}, ['url']],
    ['ngrok', {}, ['secret']],
    ['ngrok', { secret: '  ', domain: 'https://a.dev' }, ['domain', 'secret']],
    ['cloudflared', { url }, ['secret']],
    ['ssh', { port: '0' }, ['host', 'port', 'remotePort', 'url', 'user']],
    [
      'ssh',
      { url, host: 'my box', user: 'me', port: '65536', remotePort: '8e3' },
      ['host', 'port', 'remotePort'],
    ],
  ]
  it.each(wrong)('of %s says what is wrong at each field: %o', (kind, typed, fields) => {
    const answer = read(kind, typed)
    expect('settings' in answer).toBe(false)
    const problems = 'problems' in answer ? answer.problems : {}
    expect(Object.keys(problems).sort()).toEqual(fields)
    for (const sentence of Object.values(problems)) expect(sentence).toMatch(/^[A-Zh].*\.$/)
  })

  it('never carries a secret into the settings', () => {
    expect(JSON.stringify(read('ngrok', { secret: 'hush-hush' }))).not.toContain('hush')
    expect(JSON.stringify(read('cloudflared', { url, secret: 'hush-hush' }))).not.toContain('hush')
  })
})

describe('what stands in the fields', () => {
  it('is what is set, as text', () => {
    const tunnel: TunnelSettings = { kind: 'ssh', host: 'box', user: 'me', port: 22, remotePort: 8080, url }
    expect(fieldValues('ssh', tunnel)).toMatchObject({ host: 'box', remotePort: '8080', keyFile: '' })
  })

  it('is nothing of another way in', () => {
    expect(fieldValues('cloudflared', { kind: 'own-url', url }).url).toBe('')
  })
})
