import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { constants } from 'node:fs'
import { open, readFile, realpath } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode, SpokenError } from '../errors.ts'
import { writeDurably } from './durable-file.ts'

/** Who writes to a data folder, for a person and for `simulate`. */
export interface LockHolder {
  pid: number
  /** `the desktop app` or `ringtray serve`. */
  command: string
  /** Port of its listener, once it listens. */
  port: number | null
}

export interface FolderLock {
  /** Says more about the holder, e.g. the port it listens on. */
  describe(holder: Omit<LockHolder, 'pid'>): Promise<void>
  release(): Promise<void>
}

const waitForEndingHolderMs = 3_000
const retryMs = 50
const abstractNameLength = 108

/**
 * One writer per folder. The lock itself belongs to the operating system and ends with its process, however
 * that ends; the file `lock` beside it only tells who holds it.
 *
 * Linux: an abstract socket (no file to go stale). Windows: a named pipe. macOS: a file opened with O_EXLOCK.
 * Known limit: containers that share a folder but not the network namespace do not see each other's lock.
 */
export async function lockFolder(dir: string, command: string): Promise<FolderLock> {
  const deadline = Date.now() + waitForEndingHolderMs
  for (;;) {
    const hold = await tryToHold(dir)
    if (hold !== null) {
      const describe: FolderLock['describe'] = (holder) =>
        writeDurably(lockPath(dir), `${JSON.stringify({ pid: process.pid, ...holder })}\n`)
      await describe({ command, port: null })
      return { describe, release: hold }
    }
    if (Date.now() >= deadline) throw new SpokenError(await describeHolder(dir))
    await wait(retryMs)
  }
}

/** The holder last written down; null where there never was one. It may be gone by now. */
export async function readLockHolder(dir: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(lockPath(dir), 'utf8')) as LockHolder
  } catch {
    return null
  }
}

/** Whether somebody writes to the folder now. Asks only: who wants the lock meanwhile gets it. */
export async function isFolderHeld(dir: string): Promise<boolean> {
  if (process.platform === 'darwin') {
    const release = await holdFile(join(dir, 'lock.held'))
    await release?.()
    return release === null
  }
  const socket = connect({ path: await lockName(dir) })
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

const lockPath = (dir: string) => join(dir, 'lock')

type Release = () => Promise<void>

async function tryToHold(dir: string): Promise<Release | null> {
  return process.platform === 'darwin' ? holdFile(join(dir, 'lock.held')) : holdName(await lockName(dir))
}

async function lockName(dir: string): Promise<string> {
  const name = `ringtray-${createHash('sha256')
    .update(await realpath(dir))
    .digest('hex')
    .slice(0, 32)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  // Older libuv fills an abstract name up to the length of the address, newer does not: a full one is one name to both.
  return `\0${name}`.padEnd(abstractNameLength, '-')
}

async function holdName(name: string): Promise<Release | null> {
  const server: Server = createServer((socket) => socket.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ path: name, exclusive: true }, resolve)
    })
  } catch (error) {
    if (errorCode(error) === 'EADDRINUSE') return null
    throw error
  }
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

const O_EXLOCK = 0x20

async function holdFile(path: string): Promise<Release | null> {
  try {
    const handle = await open(
      path,
      constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK,
      0o600,
    )
    return () => handle.close()
  } catch (error) {
    if (errorCode(error) === 'EAGAIN' || errorCode(error) === 'EWOULDBLOCK') return null
    throw error
  }
}

async function describeHolder(dir: string): Promise<string> {
  const holder = await readLockHolder(dir)
  const who = holder === null ? 'another Ringtray' : `${holder.command} (process ${holder.pid})`
  return `${dir} is in use by ${who}. Two cannot write to one folder. End that one first, or choose another --data folder.`
}
