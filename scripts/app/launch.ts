import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { startKept } from '../machine/kept-process.ts'
import { root } from '../root.ts'
import { whenParentEnds } from '../terminal/when-parent-ends.ts'
import { isNoise } from './noise.ts'

/** npm passes on a Ctrl-C that the terminal has told this script already; a second one within this time is the same one. */
const sameSignalMs = 1_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs the app until it ends and answers its exit code. It hears every signal once: on the second, Chromium no longer
 * closes in an orderly way but dies. A person who presses Ctrl-C again later means just that.
 */
export function launch(command: string, args: string[], env: Record<string, string>): Promise<number> {
  const child = startKept(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (!isNoise(line)) process.stderr.write(`${line}\n`)
    })
  }
  let passedOnAt = 0
  const passOn = (signal: NodeJS.Signals): void => {
    if (Date.now() - passedOnAt < sameSignalMs) return
    passedOnAt = Date.now()
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, passOn)
  const stopLooking = whenParentEnds(() => passOn('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      stopLooking()
      for (const name of signals) process.off(name, passOn)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}
