import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import type { SshSettings, TunnelProblem } from '../../../shared/tunnel.ts'
import { isWhole } from '../../values.ts'
import { findProgram } from '../child/find-program.ts'
import { publicUrlWanted, readPublicUrl } from '../public-url.ts'
import type { TunnelMeans, TunnelProvider, TunnelTarget } from '../tunnel.ts'
import { runProgram } from './run-program.ts'
import { explainSshFailure } from './ssh-failure.ts'

/** Together how soon a silent server is given up. */
export interface SshPatience {
  connectSeconds: number
  aliveSeconds: number
  aliveCount: number
}

const usualPatience: SshPatience = { connectSeconds: 10, aliveSeconds: 15, aliveCount: 3 }
const keptWords = 64

/** A port of a server of one's own, forwarded to ours by the system's ssh. */
export function createSshProvider(patience: SshPatience = usualPatience): TunnelProvider<SshSettings> {
  return {
    kind: 'ssh',
    needs:
      'A server of your own with SSH and a reverse proxy for the https address; this computer’s key stands in its authorized_keys.',
    monthlyRequests: null,
    readSettings,
    async findLack({ keyFile }) {
      if (findProgram('ssh') === null) return noProgram
      return keyFile === undefined || (await canRead(keyFile)) ? null : unreadableKey(keyFile)
    },
    open(settings, target, means) {
      return runProgram(means, async () => {
        const command = findProgram('ssh')
        if (command === null) return noProgram
        const knownHostsPath = join(means.dir, 'known_hosts')
        const args = sshArguments({ settings, target, patience, knownHostsPath })
        return {
          name: 'ssh',
          command,
          args,
          env: { LC_ALL: 'C' },
          ...listen(settings, knownHostsPath, means),
        }
      })
    },
  }
}

const noProgram: TunnelProblem = {
  code: 'program-missing',
  sentence:
    'The program ssh is not on this computer. Ask your IT for OpenSSH’s client, or choose another way in.',
}

function unreadableKey(keyFile: string): TunnelProblem {
  const sentence = `The private key ${keyFile} cannot be read. Correct its path in the settings, or who may read it.`
  return { code: 'key-file', sentence }
}

function canRead(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  )
}

interface Connection {
  settings: SshSettings
  target: TunnelTarget
  patience: SshPatience
  knownHostsPath: string
}

/** `-F none`: in the user's own configuration may stand a shared connection, which would outlive us. */
export function sshArguments({ settings, target, patience, knownHostsPath }: Connection): string[] {
  const { host, user, port, remotePort, keyFile } = settings
  const options = {
    BatchMode: 'yes',
    ExitOnForwardFailure: 'yes',
    ConnectTimeout: patience.connectSeconds,
    ServerAliveInterval: patience.aliveSeconds,
    ServerAliveCountMax: patience.aliveCount,
    // First use pins; from then on another key is refused.
    StrictHostKeyChecking: 'accept-new',
    UserKnownHostsFile: quoted(knownHostsPath),
    GlobalKnownHostsFile: 'none',
    // A server that may write into our list could pin a key of its own choosing.
    UpdateHostKeys: 'no',
    // It would weaken the pin of a name by that of an address.
    CheckHostIP: 'no',
    ...(keyFile !== undefined && { IdentitiesOnly: 'yes' }),
  }
  return [
    '-N',
    '-T',
    // Nothing else says that the server has agreed to forward.
    '-v',
    ...['-F', 'none'],
    ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
    ...(keyFile === undefined ? [] : ['-i', literal(keyFile)]),
    // Not “localhost”: of its two addresses one may be taken, and sshd is content with the other.
    ...['-R', `127.0.0.1:${remotePort}:${target.host}:${target.port}`],
    ...['-l', user, '-p', String(port)],
    ...['--', host],
  ]
}

/** ssh splits a list of files at spaces. */
function quoted(path: string): string {
  return `"${literal(path)}"`
}

/** In the names of files it puts other names for what follows a percent sign. */
function literal(path: string): string {
  return path.replaceAll('%', '%%')
}

function listen(settings: SshSettings, knownHostsPath: string, { onEvent }: Pick<TunnelMeans, 'onEvent'>) {
  const publicUrl = readPublicUrl(settings.url) ?? settings.url
  const last: string[] = []
  return {
    onLine(line: string): void {
      if (/^debug1: remote forward success for: /.test(line)) {
        // What was said on the way here explains no later end.
        last.length = 0
        onEvent({ kind: 'up', publicUrl, hint: gatewayHint(settings) })
        return
      }
      // Its running commentary, and callers whom our own listener did not take, explain no end.
      if (/^(debug\d: |channel \d+: |connect_to )/.test(line)) return
      last.push(line)
      if (last.length > keptWords) last.shift()
    },
    explainEnd: () => explainSshFailure(last.join('\n'), settings, knownHostsPath),
  }
}

function gatewayHint({ host, remotePort }: SshSettings): string {
  return `If nothing arrives: the reverse proxy on ${host} must pass requests on to http://127.0.0.1:${remotePort}. One that runs in a container or on another machine does not reach that address; then the server’s sshd_config needs GatewayPorts yes.`
}

function readSettings(raw: Readonly<Record<string, unknown>>): SshSettings | string {
  const { host, user, port = 22, remotePort, url, keyFile } = raw
  // Never an option: what begins with a dash is none of these.
  if (!isWord(host, /^[a-z0-9:][a-z0-9.:_-]*$/i)) return 'host must be the server’s name or address'
  if (!isWord(user, /^[a-z0-9_][a-z0-9._@$-]*$/i)) return 'user must be the name of an account on the server'
  if (!isWhole(port, 1, 65_535)) return 'port must be a whole number from 1 to 65535'
  if (!isWhole(remotePort, 1, 65_535)) return 'remotePort must be a whole number from 1 to 65535'
  if (readPublicUrl(url) === null) return `url must be ${publicUrlWanted}`
  if (keyFile !== undefined && !isWord(keyFile, /^[^-]/))
    return 'keyFile must be the path of a private key, or left out'
  return {
    kind: 'ssh',
    host,
    user,
    port,
    remotePort,
    url: String(url),
    ...(keyFile !== undefined && { keyFile }),
  }
}

function isWord(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value)
}
