import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const root = new URL('../../', import.meta.url)
const { bin } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  bin: { ringtray: string }
}

/** What a supervisor runs: the file itself, not npm, which is gone before its child has flushed. */
export const programPath = fileURLToPath(new URL(bin.ringtray, root))

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
}

export interface Program {
  child: ChildProcess
  pid: number
  stdout(): string
  stderr(): string
  /** Resolves when the process has ended and all that it wrote has been read. */
  ended: Promise<Ended>
  /** Resolves once `stdout` or `stderr` passes; rejects where the process ends before. */
  until(passes: (output: { stdout: string; stderr: string }) => boolean): Promise<void>
}

const running = new Set<ChildProcess>()
/** Most of a short command's time is reading its own sources: from the second start on they are read already. */
const ownEnv = { ...process.env, NODE_COMPILE_CACHE: tempFolder() }

export interface ProgramOptions {
  umask?: string
  /** Beside the tests' own. */
  variables?: Record<string, string>
}

export function startProgram(args: string[], { umask, variables }: ProgramOptions = {}): Program {
  const command = [process.execPath, programPath, ...args]
  const env = { ...ownEnv, ...variables }
  const child =
    umask === undefined
      ? spawn(command[0] ?? '', command.slice(1), { env })
      : spawn('/bin/sh', ['-c', `umask ${umask}; exec "$0" "$@"`, ...command], { env })
  running.add(child)
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    running.delete(child)
    return { code, signal }
  })
  return {
    child,
    pid: child.pid ?? 0,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    ended,
    until: (passes) =>
      new Promise((resolve, reject) => {
        const look = () => passes(output) && resolve()
        child.stdout.on('data', look)
        child.stderr.on('data', look)
        void ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${output.stderr}`)))
        look()
      }),
  }
}

/** Runs a command to its end. */
export async function run(...args: string[]): Promise<Ended & { stdout: string; stderr: string }> {
  const program = startProgram(args)
  const ended = await program.ended
  return { ...ended, stdout: program.stdout(), stderr: program.stderr() }
}

afterAll(() =>
  Promise.all(
    [...running].map((child) => {
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      return closed
    }),
  ),
)
