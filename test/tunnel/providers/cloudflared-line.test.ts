import { expect, it } from 'vitest'
import { readCloudflaredLine } from '../../../main/tunnel/providers/cloudflared-line.ts'
import { cloudflaredSays } from '../../support/cloudflared.ts'

const { starting, registered, unregistered, configured, badToken, unauthorized, blocked, tooMany } =
  cloudflaredSays

it.each<[string, object | null]>([
  ...starting.map((line): [string, null] => [line, null]),
  [registered(2), { kind: 'registered', connection: '2' }],
  [
    'INF Connection c206cf44-945f-4c3c-a85c-af60c6338dc2 registered connIndex=0 location=ORD',
    { kind: 'registered', connection: '0' },
  ],
  [unregistered(3)[0] ?? '', { kind: 'unregistered', connection: '3' }],
  ['INF Lost connection with the edge connIndex=1', { kind: 'unregistered', connection: '1' }],
  [
    'WRN Connection terminated error="connection with edge closed" connIndex=1',
    { kind: 'unregistered', connection: '1' },
  ],
  [configured('http://localhost:8080'), { kind: 'services', services: ['http://localhost:8080'] }],
  ['INF Updated to new configuration config=null version=0', { kind: 'services', services: [] }],
  [badToken, { kind: 'problem', problem: { code: 'bad-secret' } }],
  [unauthorized[0] ?? '', { kind: 'problem', problem: { code: 'bad-secret' } }],
  [
    'ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0',
    { kind: 'problem', problem: { code: 'bad-secret' } },
  ],
  [blocked[0] ?? '', { kind: 'problem', problem: { code: 'network' } }],
  [
    'ERR Unable to establish connection with Cloudflare edge error="TLS handshake with edge error: EOF" connIndex=0',
    { kind: 'problem', problem: { code: 'network' } },
  ],
  [tooMany, { kind: 'limited', problem: { code: 'rate-limit' } }],
  ['', null],
])('reads %s', (line, read) => {
  const said = readCloudflaredLine(line)
  if (read === null) expect(said).toBeNull()
  else expect(said).toMatchObject(read)
})
