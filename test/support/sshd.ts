import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const run = promisify(execFile)

/** A real OpenSSH server on loopback, for the user who runs the tests. */
export interface Sshd {
  port: number
  user: string
  /** The private key that it admits. */
  keyFile: string
  /** The processes that serve one connection each. */
  sessions(): Promise<number[]>
  /** Ends it and every session, as a crash would. */
  kill(): Promise<void>
  /** On the same port; with `newHostKey` as after a reinstallation. */
  restart(options?: { newHostKey?: boolean }): Promise<void>
}

const running = new Set<ChildProcess>()

export async function startSshd({ forwarding = true }: { forwarding?: boolean } = {}): Promise<Sshd> {
  const dir = tempFolder()
  const keyFile = await makeKey(join(dir, 'client_key'))
  const authorizedKeysPath = join(dir, 'authorized_keys')
  writeFileSync(authorizedKeysPath, readFileSync(`${keyFile}.pub`), { mode: 0o600 })
  const port = await freePort()
  // As root it wants a folder that the system's own service would have made.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  let hostKeys = 0
  let hostKey = await makeKey(join(dir, `host_key_${++hostKeys}`))
  let child = await startServer()

  async function startServer(): Promise<ChildProcess> {
    const configPath = join(dir, 'sshd_config')
    writeFileSync(
      configPath,
      [
        `Port ${port}`,
        'ListenAddress 127.0.0.1',
        `HostKey ${hostKey}`,
        `AuthorizedKeysFile ${authorizedKeysPath}`,
        'PidFile none',
        'UsePAM no',
        'StrictModes no',
        'PasswordAuthentication no',
        'KbdInteractiveAuthentication no',
        'PermitRootLogin prohibit-password',
        `AllowTcpForwarding ${forwarding ? 'yes' : 'no'}`,
        '',
      ].join('\n'),
    )
    const server = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', configPath], { stdio: 'ignore' })
    running.add(server)
    await untilListening(port)
    return server
  }

  async function sessions(): Promise<number[]> {
    return descendants(child.pid ?? 0)
  }

  async function kill(): Promise<void> {
    const pids = await sessions()
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    for (const pid of pids) sendSignal(pid, 'SIGKILL')
    await ended
    running.delete(child)
  }

  return {
    port,
    user: userInfo().username,
    keyFile,
    sessions,
    kill,
    async restart({ newHostKey = false } = {}) {
      if (newHostKey) hostKey = await makeKey(join(dir, `host_key_${++hostKeys}`))
      child = await startServer()
    },
  }
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function makeKey(path: string): Promise<string> {
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'ringtray-test', '-f', path])
  chmodSync(path, 0o600)
  return path
}

/** For servers that say so only in a log of their own. */
export async function untilListening(port: number): Promise<void> {
  for (;;) {
    const socket = connect({ port, host: '127.0.0.1' })
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    socket.destroy()
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export async function descendants(pid: number): Promise<number[]> {
  const { stdout } = await run('ps', ['-e', '-o', 'pid=,ppid='])
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)])
  return below(pid)
}

afterAll(async () => {
  for (const child of running) {
    const pids = await descendants(child.pid ?? 0)
    child.kill('SIGKILL')
    for (const pid of pids) sendSignal(pid, 'SIGKILL')
  }
})
