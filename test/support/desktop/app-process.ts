import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll } from 'vitest'
import '../temp-folder.ts'
import { within } from './deadline.ts'
import { createNews } from './news.ts'

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** A running app, as the system sees it. */
export interface AppProcess {
  pid: number
  stdout(): string
  stderr(): string
  /** Resolves with the first line on stdout that begins so; rejects where the process ends before. */
  line(start: string): Promise<string>
  /** Resolves once stderr holds the text. */
  complaint(text: string): Promise<void>
  exit: Promise<Exit>
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Exit>
}

const running = new Set<ChildProcess>()

/** Nothing of the output is missed if this is called before the process has said anything. */
export function watchProcess(child: ChildProcess): AppProcess {
  running.add(child)
  const news = createNews()
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text
      news.tell()
    })
  }
  // Not 'close': processes of Chromium that end a little later hold the pipes.
  const exit = once(child, 'exit').then(([code, signal]): Exit => {
    running.delete(child)
    return { code, signal }
  })
  const instead = () => `stdout: ${output.stdout}\nstderr: ${output.stderr}`
  const wholeLines = () => output.stdout.split('\n').slice(0, -1)
  return {
    pid: child.pid ?? 0,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    line(start) {
      const found = () => wholeLines().find((line) => line.startsWith(start))
      const ended = exit.then(({ code }) => Promise.reject(new Error(`It ended with ${code}\n${instead()}`)))
      return Promise.race([news.until(`a line that begins with “${start}”`, found, { instead }), ended])
    },
    async complaint(text) {
      await news.until(`“${text}” on stderr`, () => output.stderr.includes(text), { instead })
    },
    exit,
    end(signal) {
      child.kill(signal)
      return within(10_000, `the end of the app after ${signal}`, exit, instead)
    },
  }
}

// Registered after the one of `tempFolder()`, so it runs before it: nobody writes into a folder that goes.
afterAll(async () => {
  await Promise.all([...running].map(endOrKill))
})

async function endOrKill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), 4_000)
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}
