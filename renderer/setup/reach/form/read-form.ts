import type { TunnelKind, TunnelSettings } from '../../../../shared/tunnel.ts'
import type { FieldName, FieldValues } from './fields.ts'
import { readAddress } from './read-address.ts'

export interface WayForm {
  kind: TunnelKind
  values: FieldValues
  /** What was typed; empty: nothing. It goes its own way and never stands in the settings. */
  secret: string
  isSecretKept: boolean
}

export type Problems = Partial<Record<FieldName | 'secret', string | undefined>>

/** The settings that a form amounts to, or what is wrong with it, field by field. */
export function readForm(form: WayForm): { settings: TunnelSettings } | { problems: Problems } {
  const problems: Problems = {}
  const settings = readWay(form, problems)
  return Object.keys(problems).length === 0 ? { settings } : { problems }
}

function readWay({ kind, values, secret, isSecretKept }: WayForm, problems: Problems): TunnelSettings {
  const text = (name: FieldName) => values[name].trim()
  const given = <N extends FieldName>(name: N) =>
    (text(name) === '' ? {} : { [name]: text(name) }) as Partial<Record<N, string>>
  const hasSecret = secret.trim() !== '' || isSecretKept

  function wanted(name: FieldName, sentence: string): string {
    if (text(name) === '') problems[name] = sentence
    else if (/\s/.test(text(name))) problems[name] = 'There is a space in it. Take it out.'
    return text(name)
  }

  function address(): string {
    const read = readAddress(values.url)
    if ('problem' in read) problems.url = read.problem
    return 'url' in read ? read.url : ''
  }

  function port(name: 'port' | 'remotePort'): number {
    const number = /^\d{1,5}$/.test(text(name)) ? Number(text(name)) : 0
    if (number < 1 || number > 65_535) problems[name] = 'A port is a whole number from 1 to 65535.'
    return number
  }

  switch (kind) {
    case 'own-url':
      return { kind, url: address() }
    case 'ngrok': {
      if (!hasSecret)
        problems.secret = 'The authtoken is missing: without it ngrok lets nobody in. Paste it here.'
      if (text('domain') !== '' && !domainPattern.test(text('domain')))
        problems.domain =
          'This is not a domain. Write its name alone, such as calls.example.com, or leave it empty.'
      return { kind, ...given('domain') }
    }
    case 'cloudflared':
      if (!hasSecret && text('tokenFile') === '')
        problems.secret = 'The token is missing: paste it here, or name a file that holds it under “More”.'
      return { kind, url: address(), ...given('tokenFile'), ...given('binary') }
    case 'ssh':
      return {
        kind,
        host: wanted('host', 'The server is missing. Write its name or its IP address.'),
        user: wanted('user', 'The user is missing: the one whose authorized_keys holds this computer’s key.'),
        port: port('port'),
        remotePort: port('remotePort'),
        url: address(),
        ...given('keyFile'),
      }
  }
}

const domainPattern = /^[a-z0-9.-]+\.[a-z]+$/i
