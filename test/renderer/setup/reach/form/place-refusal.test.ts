import { describe, expect, it } from 'vitest'
import { placeOfRefusal } from '../../../../../renderer/setup/reach/form/place-refusal.ts'
import type { TunnelKind } from '../../../../../shared/tunnel.ts'

describe('where a refusal is shown', () => {
  const cases: [TunnelKind, string, string | null][] = [
    ['own-url', 'This way in cannot be opened: url must be an address that begins with https://.', 'url'],
    ['own-url', 'The public address must begin with https://.', 'url'],
    ['ngrok', 'domain must be a name such as "calls.example.com", or left out', 'domain'],
    ['ngrok', 'ngrok does not know this token.', 'secret'],
    ['cloudflared', 'tokenFile must be the path of a file, or left out', 'tokenFile'],
    ['ssh', 'This way in cannot be opened: remotePort must be a whole number from 1 to 65535.', 'remotePort'],
    ['ssh', 'port must be a whole number from 1 to 65535', 'port'],
    ['ssh', 'ENOSPC: no space left on device', null],
    ['own-url', 'The port is taken by another program.', null],
    ['ssh', 'host and user must be given', null],
  ]
  it.each(cases)('%s: %s', (kind, sentence, place) => {
    expect(placeOfRefusal(kind, sentence)).toBe(place)
  })
})
