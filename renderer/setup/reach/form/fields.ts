import type { TunnelKind, TunnelSecretName, TunnelSettings } from '../../../../shared/tunnel.ts'

export type FieldName =
  | 'url'
  | 'domain'
  | 'tokenFile'
  | 'binary'
  | 'host'
  | 'user'
  | 'port'
  | 'remotePort'
  | 'keyFile'

export interface Field {
  name: FieldName
  label: string
  hint: string | null
  placeholder: string
  size: 'wide' | 'half'
}

interface WayFields {
  secret: { name: TunnelSecretName; label: string; hint: string } | null
  fields: Field[]
  /** Wanted by few: folded away. */
  more: Field[]
}

const url: Field = {
  name: 'url',
  label: 'Public address',
  hint: 'It ends in /webhook; where that is missing, it is added.',
  placeholder: 'https://calls.example.com/webhook',
  size: 'wide',
}

export const wayFields: Record<TunnelKind, WayFields> = {
  'own-url': { secret: null, fields: [url], more: [] },
  ngrok: {
    secret: {
      name: 'ngrok.authtoken',
      label: 'Authtoken',
      hint: 'At dashboard.ngrok.com, under “Your Authtoken”.',
    },
    fields: [],
    more: [
      {
        name: 'domain',
        label: 'Domain',
        hint: 'Only where the account has several; empty: its own.',
        placeholder: 'calls.example.com',
        size: 'wide',
      },
    ],
  },
  cloudflared: {
    secret: {
      name: 'cloudflared.token',
      label: 'Token of the tunnel',
      hint: 'In Cloudflare’s dashboard, where the tunnel is installed: the long word that begins with “ey”.',
    },
    fields: [url],
    more: [
      {
        name: 'tokenFile',
        label: 'File that holds the token',
        hint: 'In place of the token above.',
        placeholder: '/etc/cloudflared/token',
        size: 'wide',
      },
      {
        name: 'binary',
        label: 'Program cloudflared',
        hint: 'Where it is; empty: it is looked for.',
        placeholder: '/usr/local/bin/cloudflared',
        size: 'wide',
      },
    ],
  },
  ssh: {
    secret: null,
    fields: [
      { name: 'host', label: 'Server', hint: null, placeholder: 'server.example.com', size: 'half' },
      { name: 'user', label: 'User', hint: null, placeholder: 'ringtray', size: 'half' },
      { name: 'port', label: 'Port of SSH', hint: null, placeholder: '22', size: 'half' },
      { name: 'remotePort', label: 'Port on the server', hint: null, placeholder: '8080', size: 'half' },
      {
        ...url,
        hint: 'The reverse proxy of the server has it, and passes requests on to 127.0.0.1 and the port above.',
      },
      {
        name: 'keyFile',
        label: 'Key file',
        hint: 'A private key without a passphrase; empty: the keys of your SSH agent and your own.',
        placeholder: '/home/me/.ssh/id_ed25519',
        size: 'wide',
      },
    ],
    more: [],
  },
}

export const wayTitles: Record<TunnelKind, string> = {
  'own-url': 'An address of my own',
  ngrok: 'ngrok',
  cloudflared: 'Cloudflare Tunnel',
  ssh: 'A server of my own, over SSH',
}

export type FieldValues = Record<FieldName, string>

const empty: FieldValues = {
  url: '',
  domain: '',
  tokenFile: '',
  binary: '',
  host: '',
  user: '',
  port: '22',
  remotePort: '',
  keyFile: '',
}

/** What stands in the fields: as it is set, where it is this way in that is set. */
export function fieldValues(kind: TunnelKind, tunnel: TunnelSettings | null): FieldValues {
  if (tunnel === null || tunnel.kind !== kind) return empty
  const { kind: _kind, ...set } = tunnel
  return {
    ...empty,
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)])),
  }
}
