import { describe, expect, it } from 'vitest'
import { sshArguments } from '../../../main/tunnel/providers/ssh.ts'
import { explainSshFailure } from '../../../main/tunnel/providers/ssh-failure.ts'
import type { SshSettings } from '../../../shared/tunnel.ts'

const settings: SshSettings = {
  kind: 'ssh',
  host: 'calls.example.com',
  user: 'ringtray',
  port: 2222,
  remotePort: 18080,
  url: 'https://calls.example.com',
}
const patience = { connectSeconds: 10, aliveSeconds: 15, aliveCount: 3 }
const knownHostsPath = '/home/x/Application Support/known_hosts'
const argsFor = (changes: Partial<SshSettings> = {}) =>
  sshArguments({
    settings: { ...settings, ...changes },
    target: { host: '127.0.0.1', port: 7464 },
    patience,
    knownHostsPath,
  })

describe('what ssh is told', () => {
  it.each([
    'BatchMode=yes',
    'ExitOnForwardFailure=yes',
    'ServerAliveInterval=15',
    'ServerAliveCountMax=3',
    'StrictHostKeyChecking=accept-new',
    `UserKnownHostsFile="${knownHostsPath}"`,
  ])('%s', (option) => {
    const args = argsFor()
    expect(args[args.indexOf(option) - 1]).toBe('-o')
  })

  it('forwards to our port from the server’s loopback address, and takes the host for nothing else', () => {
    const args = argsFor()
    expect(args).toContain('127.0.0.1:18080:127.0.0.1:7464')
    expect(args.slice(-6)).toEqual(['-l', 'ringtray', '-p', '2222', '--', 'calls.example.com'])
  })

  it('offers the one key where it is named, else those of the user and the agent', () => {
    expect(argsFor().join(' ')).not.toMatch(/ -i |IdentitiesOnly/)
    expect(argsFor({ keyFile: '/k' }).join(' ')).toMatch(/IdentitiesOnly=yes.* -i \/k /)
  })
})

/** As OpenSSH 7.6 to 10.0 print them. */
describe('why ssh ended', () => {
  it.each([
    [
      'host-key-changed',
      '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nIT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\nHost key verification failed.',
    ],
    ['port-taken', 'Error: remote port forwarding failed for listen port 18080'],
    ['port-taken', 'Warning: remote port forwarding failed for listen port 18080'],
    [
      'key-file',
      '@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\nringtray@calls.example.com: Permission denied (publickey).',
    ],
    [
      'key-file',
      'Warning: Identity file /k not accessible: No such file or directory.\nringtray@x: Permission denied (publickey).',
    ],
    ['key-file', 'Load key "/k": error in libcrypto\nringtray@x: Permission denied (publickey).'],
    ['key-file', 'Load key "/k": invalid format\nringtray@x: Permission denied (publickey).'],
    ['bad-secret', 'ringtray@calls.example.com: Permission denied (publickey,password).'],
    ['bad-secret', 'Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures'],
    ['name-not-resolved', 'ssh: Could not resolve hostname calls.example.com: Name or service not known'],
    [
      'name-not-resolved',
      'ssh: Could not resolve hostname calls.example.com: Temporary failure in name resolution',
    ],
    ['refused', 'ssh: connect to host calls.example.com port 2222: Connection refused'],
    ['no-answer', 'ssh: connect to host calls.example.com port 2222: Connection timed out'],
    ['no-answer', 'ssh: connect to host calls.example.com port 2222: No route to host'],
    ['no-answer', 'ssh: connect to host calls.example.com port 2222: Network is unreachable'],
    ['no-answer', 'Connection timed out during banner exchange'],
    ['no-answer', 'Timeout, server calls.example.com not responding.'],
    ['program-failed', 'command-line: line 0: Bad configuration option: stricthostkeychecking'],
    ['ended', 'Connection to calls.example.com closed by remote host.'],
    ['ended', 'client_loop: send disconnect: Broken pipe'],
    ['ended', ''],
  ])('%s: %s', (code, said) => {
    const problem = explainSshFailure(said, settings, knownHostsPath)
    expect(problem.code).toBe(code)
    expect(problem.sentence).toMatch(/^[A-Z0-9c].*\.$/s)
  })
})
