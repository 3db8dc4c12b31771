import type { SshSettings, TunnelProblem, TunnelProblemCode } from '../../../shared/tunnel.ts'

export interface SshFailure {
  code: TunnelProblemCode
  says: RegExp
  sentence(settings: SshSettings, knownHostsPath: string): string
}

const again = 'It is tried again by itself.'

/** By OpenSSH's own words, the most telling first: it says several of them for one failure. */
const failures: SshFailure[] = [
  {
    code: 'host-key-changed',
    says: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key verification failed/,
    sentence: ({ host }, knownHostsPath) =>
      `${host} shows another key than when it was first used. Either it was set up anew, or somebody is between it and you and would read every call: nothing was sent. Ask whoever looks after the server; if its key was really changed, delete the file ${knownHostsPath}.`,
  },
  {
    code: 'port-taken',
    says: /remote port forwarding failed for listen port|remote forward failure/,
    sentence: ({ host, remotePort }) =>
      `Port ${remotePort} on ${host} is taken, by another computer or by an earlier connection that the server has not missed yet (ClientAliveInterval in its sshd_config shortens that); or its sshd_config forbids forwarding (AllowTcpForwarding). ${again}`,
  },
  {
    code: 'key-file',
    says: /UNPROTECTED PRIVATE KEY FILE|Identity file \S+ not accessible|Load key .*(?:error|invalid|incorrect|denied)/i,
    sentence: ({ keyFile }) =>
      `The key ${keyFile ?? 'of this user'} cannot be used: it must be there, be readable by you alone, and have no passphrase.`,
  },
  {
    code: 'bad-secret',
    says: /Permission denied \(|Too many authentication failures|No supported authentication methods/,
    sentence: ({ user, host, keyFile }) =>
      `${host} does not let ${user} in with ${keyFile === undefined ? 'the keys of the agent' : `the key ${keyFile}`}. Its public key must stand in ${user}’s authorized_keys there; a key with a passphrase works through an agent only.`,
  },
  {
    code: 'name-not-resolved',
    says: /Could not resolve hostname/,
    sentence: ({ host }) =>
      `The name ${host} is not known. Either it is misspelt, or the internet is away. ${again}`,
  },
  {
    code: 'refused',
    says: /Connection refused/,
    sentence: ({ host, port }) =>
      `${host} answers, but nothing listens for SSH on its port ${port}: the service is down, or the port is another. ${again}`,
  },
  {
    code: 'no-answer',
    says: /timed out|Timeout, server|No route to host|Network is unreachable|Operation timed out/,
    sentence: ({ host, port }) =>
      `${host} does not answer on port ${port}: the internet is away, the server is down, or a firewall is between. ${again}`,
  },
  {
    code: 'program-failed',
    says: /Bad configuration option|unknown option|illegal option/,
    sentence: () =>
      'The program ssh of this computer is too old for what is asked of it. Ask your IT for OpenSSH 7.6 or newer.',
  },
]

/** Why ssh ended, from all that it said. */
export function explainSshFailure(
  said: string,
  settings: SshSettings,
  knownHostsPath: string,
): TunnelProblem {
  const failure = failures.find(({ says }) => says.test(said))
  return failure === undefined
    ? { code: 'ended', sentence: `The connection to ${settings.host} was lost. ${again}` }
    : { code: failure.code, sentence: failure.sentence(settings, knownHostsPath) }
}
