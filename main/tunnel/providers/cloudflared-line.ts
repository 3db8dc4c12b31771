import type { TunnelProblem } from '../../../shared/tunnel.ts'

/** What one line of cloudflared's log tells; null: nothing we need. */
export type LogLine =
  | { kind: 'registered' | 'unregistered'; connection: string }
  /** Where the dashboard sends requests to, each one an address. */
  | { kind: 'services'; services: string[] }
  | { kind: 'problem'; problem: TunnelProblem }
  | { kind: 'limited'; problem: TunnelProblem }

const again = 'It is tried again by itself.'

const problems: { says: RegExp; kind: 'problem' | 'limited'; problem: TunnelProblem }[] = [
  {
    says: /tunnel token is not valid|illegal base64 data/i,
    kind: 'problem',
    problem: {
      code: 'bad-secret',
      sentence:
        'cloudflared says that the tunnel’s token is not valid. Copy it whole from the tunnel’s page at Cloudflare and paste it again.',
    },
  },
  {
    says: /Unauthorized: |Invalid tunnel secret|Tunnel not found|Record for tunnel not found/i,
    kind: 'problem',
    problem: {
      code: 'bad-secret',
      sentence:
        'Cloudflare does not accept this token: the tunnel was deleted, or its token was renewed. Copy the token again from the tunnel’s page at Cloudflare.',
    },
  },
  {
    says: /429 Too Many Requests|rate.?limit/i,
    kind: 'limited',
    problem: { code: 'rate-limit', sentence: `Cloudflare asks to wait before the next attempt. ${again}` },
  },
  {
    says: /failed to dial to edge|Unable to establish connection with Cloudflare edge|TLS handshake with edge error|edge discovery|no such host|timeout: no recent network activity|failed to connect to cloudflared edge/i,
    kind: 'problem',
    problem: {
      code: 'network',
      sentence: `cloudflared does not reach Cloudflare. Either the internet is away, or this network blocks port 7844: then ask your IT to allow it. ${again}`,
    },
  },
]

export function readCloudflaredLine(line: string): LogLine | null {
  // About one request: it quotes an address that anybody may have asked for.
  if (/ (dest|originService|url)=/.test(line)) return null
  const connection = /connIndex=(\d+)/.exec(line)?.[1]
  // Before 2022.9 it said “Connection <id> registered”.
  if (connection !== undefined && /Registered tunnel connection|Connection \S+ registered/.test(line)) {
    return { kind: 'registered', connection }
  }
  if (
    connection !== undefined &&
    /Unregistered tunnel|Lost connection with|Connection terminated/.test(line)
  ) {
    return { kind: 'unregistered', connection }
  }
  if (line.includes('Updated to new configuration')) {
    const services = [...line.matchAll(/\\?"service\\?":\\?"(https?:[^"\\]+)/g)].map(
      ([, service]) => service ?? '',
    )
    return { kind: 'services', services }
  }
  const found = problems.find(({ says }) => says.test(line))
  return found === undefined ? null : { kind: found.kind, problem: found.problem }
}
