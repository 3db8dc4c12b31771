import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { hasProgram } from './requirements.ts'

const stopDeadlineMs = 5_000

/**
 * Starts a program that lives no longer than this script, also when the script is killed, and that a Ctrl-C on the
 * terminal does not reach directly: the order in which things end is ours (the app before its bus and its screen).
 */
export function startKept(command: string, args: string[], options: SpawnOptions): ChildProcess {
  if (process.platform === 'win32') return spawn(command, args, options)
  const isolated = { ...options, detached: true }
  if (process.platform !== 'linux' || !hasProgram('setpriv')) return spawn(command, args, isolated)
  return spawn('setpriv', ['--pdeathsig', 'TERM', command, ...args], isolated)
}

/** Asks a program to end, and insists after a while. */
export async function stopKept(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs)
  child.kill('SIGTERM')
  await ended
  clearTimeout(timer)
}
