import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../../scripts/root.ts'
import { freePort } from '../../support/desktop/free-port.ts'

export interface RunningApp {
  pid: number
  /** What stood on its first line that begins so, behind that. */
  said: string
  stop(): Promise<void>
}

/** Runs an Electron app until it says that it is ready. */
export async function runApp(
  electron: string,
  { args, ready }: { args: string[]; ready: string },
): Promise<RunningApp> {
  // Drawn in its last form from its first frame: what is measured is that frame, not how it fades in.
  const child = spawn(electron, ['--force-prefers-reduced-motion', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return {
    pid: child.pid ?? 0,
    said: await untilLine(child, ready),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function untilLine(child: ChildProcess, start: string): Promise<string> {
  if (child.stdout === null) throw new Error('The app has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(start)) return line.slice(start.length)
  }
  throw new Error(`The app ended without saying “${start}”`)
}

export const proof = { name: 'x-ringtray-token', value: 'a-secret-that-only-benchmarks-know' }
export const me = '918586848544'

/** The built app on a new data folder, at the desk of one agent. */
export async function runRingtray(electron: string, settings: object = {}): Promise<RunningApp> {
  const dir = await mkdtemp(join(tmpdir(), 'ringtray-bench-'))
  const proofs = { header: proof, basic: null, query: null }
  const all = { version: 1, proofs, country: 'IN', me: [`+${me}`], port: await freePort(), ...settings }
  await writeFile(join(dir, 'settings.json'), JSON.stringify(all), { mode: 0o600 })
  const app = await runApp(electron, { args: [root, '--data', dir], ready: 'Ringtray listens on ' })
  return {
    ...app,
    async stop() {
      await app.stop()
      await rm(dir, { recursive: true })
    },
  }
}
