import { describe, expect, it } from 'vitest'
import { readPublicUrl } from '../../main/tunnel/public-url.ts'
import { readTunnelSettings } from '../../main/tunnel/read-tunnel-settings.ts'

const url = 'https://calls.example.com'
const ssh = { kind: 'ssh', host: 'calls.example.com', user: 'ringtray', port: 22, remotePort: 18080, url }

describe('tunnel in settings.json', () => {
  it.each([
    [{ kind: 'own-url', url }],
    [{ kind: 'ngrok' }],
    [{ kind: 'ngrok', domain: 'calls.example.com' }],
    [{ kind: 'cloudflared', url }],
    [{ kind: 'cloudflared', url, tokenFile: '/etc/token', binary: 'C:\\cloudflared.exe' }],
    [ssh],
    [{ ...ssh, keyFile: '/home/x/.ssh/id_ed25519' }],
    [{ ...ssh, host: '2001:db8::1' }],
  ])('takes %j as it stands', (raw) => {
    expect(readTunnelSettings(raw)).toEqual({ tunnel: raw, problem: null })
  })

  it.each([undefined, null])('is none where it is %s', (raw) => {
    expect(readTunnelSettings(raw)).toEqual({ tunnel: null, problem: null })
  })

  it('leaves out what it does not know, and assumes port 22', () => {
    const { port: _, ...withoutPort } = ssh
    expect(readTunnelSettings({ ...withoutPort, more: 1 }).tunnel).toEqual(ssh)
  })

  it.each([
    ['kind', 'ngrok'],
    ['kind', []],
    ['kind', { kind: 'carrier-pigeon' }],
    ['kind', { kind: 'toString' }],
    ['url', { kind: 'own-url' }],
    ['url', { kind: 'own-url', url: 'http://calls.example.com' }],
    ['url', { kind: 'cloudflared', url: 7 }],
    ['tokenFile', { kind: 'cloudflared', url, tokenFile: '' }],
    ['binary', { kind: 'cloudflared', url, binary: 7 }],
    ['domain', { kind: 'ngrok', domain: 'https://x.example.com' }],
    ['host', { ...ssh, host: '-oProxyCommand=evil' }],
    ['host', { ...ssh, host: 'a b' }],
    ['user', { ...ssh, user: '-l' }],
    ['user', { ...ssh, user: '' }],
    ['port', { ...ssh, port: 0 }],
    ['remotePort', { ...ssh, remotePort: '18080' }],
    ['remotePort', { ...ssh, remotePort: 65_536 }],
    ['url', { ...ssh, url: 'calls.example.com' }],
    ['keyFile', { ...ssh, keyFile: '-v' }],
  ])('is none, and says so, where %s is wrong: %j', (name, raw) => {
    const { tunnel, problem } = readTunnelSettings(raw)
    expect(tunnel).toBeNull()
    expect(problem).toMatch(new RegExp(`^${name} must be .+[^.]$`))
  })
})

describe('a public address', () => {
  it.each([
    ['https://calls.example.com', 'https://calls.example.com/webhook'],
    ['https://calls.example.com/', 'https://calls.example.com/webhook'],
    ['https://calls.example.com/ringtray/', 'https://calls.example.com/ringtray/webhook'],
    ['https://calls.example.com/webhook', 'https://calls.example.com/webhook'],
    ['https://calls.example.com:8443/webhook/', 'https://calls.example.com:8443/webhook'],
    ['HTTPS://Calls.Example.com', 'https://calls.example.com/webhook'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/webhook'],
    ['http://localhost', 'http://localhost/webhook'],
    ['http://[::1]:8080', 'http://[::1]:8080/webhook'],
  ])('%s is %s', (text, publicUrl) => {
    expect(readPublicUrl(text)).toBe(publicUrl)
  })

  it.each([
    'http://calls.example.com',
    'http://127.0.0.1.example.com',
    'ftp://calls.example.com',
    'javascript:alert(1)',
    'https://user:secret@calls.example.com',
    'https://calls.example.com/?token=secret',
    'https://calls.example.com/#here',
    'calls.example.com',
    '',
    null,
    7,
  ])('%s is none', (text) => {
    expect(readPublicUrl(text)).toBeNull()
  })
})
