import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { startKept, stopKept } from './kept-process.ts'

export interface Session {
  env: Record<string, string>
  /** The app must have ended before: it dies of a signal without its bus. */
  close(): Promise<void>
}

/** A screen nobody sees and a session bus of its own, on which an installed dunst starts by itself when a notification comes. */
export async function openSession({ windowManager }: { windowManager: boolean }): Promise<Session> {
  const dir = mkdtempSync(path.join(tmpdir(), 'ringtray-session-'))
  const started: ChildProcess[] = []
  // A runtime folder of its own too: the user's holds the sockets of the real desktop.
  const env: Record<string, string> = {
    XDG_RUNTIME_DIR: dir,
    XAUTHORITY: path.join(dir, 'xauthority'),
    XDG_SESSION_TYPE: 'x11',
  }
  const close = async (): Promise<void> => {
    for (const child of started.reverse()) await stopKept(child)
    rmSync(dir, { recursive: true, force: true })
  }
  try {
    writeFileSync(env.XAUTHORITY ?? '', xauthority(), { mode: 0o600 })
    const xvfb = [
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1280x1024x24',
      '-nolisten',
      'tcp',
      '-noreset',
      '-auth',
      env.XAUTHORITY ?? '',
    ]
    env.DISPLAY = `:${await start('Xvfb', xvfb, 3)}`
    env.DBUS_SESSION_BUS_ADDRESS = await start(
      'dbus-daemon',
      ['--session', '--nofork', '--print-address=3'],
      3,
    )
    if (windowManager)
      started.push(
        startKept('openbox', ['--sm-disable'], { env: { ...process.env, ...env }, stdio: 'ignore' }),
      )
  } catch (error) {
    await close()
    throw error
  }
  return { env, close }

  /** The program says on a channel that it is ready, and where it can be found. */
  async function start(command: string, args: string[], channel: number): Promise<string> {
    const child = startKept(command, args, {
      env: { ...withoutDesktop(), ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    started.push(child)
    let complaints = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      complaints = `${complaints}${chunk.toString()}`.slice(-2000)
    })
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdio[channel] as Readable }).once('line', resolve)
      child.once('error', reject)
      child.once('exit', () => reject(new Error(`${command} ended at once: ${complaints.trim()}`)))
    })
  }
}

function withoutDesktop(): NodeJS.ProcessEnv {
  const {
    WAYLAND_DISPLAY: _wayland,
    DBUS_SESSION_BUS_ADDRESS: _bus,
    DISPLAY: _display,
    ...rest
  } = process.env
  return rest
}

/**
 * One entry of an Xauthority file: family 0xFFFF (any host), no address, no display number, and a cookie. Without it
 * every user of the machine could look at the screen, and calls are shown on it.
 */
function xauthority(): Buffer {
  const field = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const empty = field(Buffer.alloc(0))
  return Buffer.concat([
    Buffer.from([0xff, 0xff]),
    empty,
    empty,
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(randomBytes(16)),
  ])
}
