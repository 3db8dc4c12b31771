import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Certificate } from '../certificate.ts'
import { descendants, sendSignal, untilListening } from '../sshd.ts'

/** A real proxy server on loopback, run as the user of the tests. */
export interface ProxyServer {
  port: number
  /** The webhook's public address. */
  url: string
  /** All that it has written down: logs, and what it said. */
  written(): string
  /** As a service is stopped. */
  stop(): Promise<void>
  /** As a crash would end it, its workers too. */
  kill(): Promise<void>
  /** On the same port. */
  start(): Promise<void>
}

export interface ProxyOptions {
  /** Where Ringtray listens. */
  to: number
  /** For `localhost`. */
  certificate: Certificate
  /** What the documented file says otherwise, for tests of what that costs. */
  changes?: Record<string, string>
}

interface Program {
  port: number
  logDir: string
  command: string
  args: string[]
  env?: Record<string, string>
}

const running = new Set<ChildProcess>()

export async function runProxy({ port, logDir, command, args, env }: Program): Promise<ProxyServer> {
  let said = ''
  let child: ChildProcess

  async function start() {
    const server = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...env },
    })
    child = server
    running.add(server)
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const ended = once(server, 'close').then(() => {
      running.delete(server)
      throw new Error(`${command} ended: ${said}`)
    })
    await Promise.race([untilListening(port), ended])
    ended.catch(() => {})
  }

  async function end(signal: NodeJS.Signals, pids: number[]) {
    const ended = once(child, 'close')
    child.kill(signal)
    for (const pid of pids) sendSignal(pid, signal)
    await ended
  }

  await start()
  return {
    port,
    url: `https://localhost:${port}/webhook`,
    written: () =>
      said +
      readdirSync(logDir)
        .map((name) => readFileSync(join(logDir, name), 'utf8'))
        .join(''),
    stop: () => end('SIGTERM', []),
    kill: async () => end('SIGKILL', await descendants(child.pid ?? 0)),
    start,
  }
}

afterAll(async () => {
  for (const child of running) {
    const pids = await descendants(child.pid ?? 0)
    child.kill('SIGKILL')
    for (const pid of pids) sendSignal(pid, 'SIGKILL')
  }
})
