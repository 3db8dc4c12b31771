import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface ChildOptions {
  /** A full path. */
  command: string
  args: string[]
  env?: Record<string, string>
  /** Each line of what it prints, on whichever stream. */
  onLine(line: string): void
  /** Once, after the last line. */
  onEnd(): void
}

export interface Child {
  pid: number
  /** Resolves when it is gone, asked for or not. */
  ended: Promise<void>
  stop(): Promise<void>
}

/** Long enough to take leave of the far end; together with what follows within the 5 s of a stop. */
const patienceMs = 3_000
const lastWordsMs = 500

/** Rejects where the program cannot be run. */
export async function startChild({ command, args, env, onLine, onEnd }: ChildOptions): Promise<Child> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const ended = untilEnded(child)
  const read = [child.stdout, child.stderr].map((stream) => readLines(stream, onLine))
  await once(child, 'spawn')
  // Where a signal cannot be sent; whether it has ended is seen all the same.
  child.on('error', () => {})
  void ended.then(async () => {
    await Promise.race([Promise.all(read), new Promise((resolve) => setTimeout(resolve, lastWordsMs))])
    onEnd()
  })
  return {
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

function untilEnded(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

async function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const lines = createInterface({ input: stream })
  lines.on('line', onLine)
  await once(lines, 'close')
}
