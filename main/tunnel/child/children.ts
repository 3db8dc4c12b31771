import { join } from 'node:path'
import { Low } from 'lowdb'
import { DamagedFile, jsonFile } from '../../disk/json-file.ts'
import type { Log } from '../../log.ts'
import { type Child, type ChildOptions, startChild } from './child.ts'
import { identifyProcess } from './process-identity.ts'

/** The programs that tunnels run: one at a time, and none that outlives a crash of ours. */
export interface Children {
  start(name: string, options: ChildOptions): Promise<Child>
  /** From where the program of this name was last started, in this run or an earlier one. */
  lastPath(name: string): string | null
}

interface Remembered {
  running: { pid: number; identity: string } | null
  paths: Record<string, string>
}

const leaveMs = 2_000
const lookMs = 50

/** Ends what an earlier run left behind. Only the data folder's one writer may call this. */
export async function openChildren({ dir, log }: { dir: string; log: Log }): Promise<Children> {
  const file = new Low<Remembered>(
    jsonFile({
      path: join(dir, 'tunnel.json'),
      parse: parseRemembered,
      stringify: (value) => `${JSON.stringify(value)}\n`,
      repair: true,
      log,
    }),
    { running: null, paths: {} },
  )
  await file.read()
  if (file.data.running !== null) await reap(file.data.running, log)

  let saving = Promise.resolve()
  /** A tunnel that cannot be written down is still a tunnel. */
  function remember(change: Partial<Remembered>): Promise<void> {
    Object.assign(file.data, change)
    saving = saving
      .then(() => file.write())
      .catch((error) => log.warn('tunnel.not-remembered', 'tunnel.json could not be written', error))
    return saving
  }
  if (file.data.running !== null) await remember({ running: null })

  return {
    lastPath: (name) => file.data.paths[name] ?? null,
    async start(name, options) {
      const child = await startChild(options)
      const remembered = identifyProcess(child.pid).then(async (identity) => {
        const running = identity === null ? null : { pid: child.pid, identity }
        await remember({ running, paths: { ...file.data.paths, [name]: options.command } })
        return running
      })
      const forgotten = Promise.all([remembered, child.ended]).then(async ([running]) => {
        // By now the next one may be written there.
        if (file.data.running === running) await remember({ running: null })
      })
      return {
        ...child,
        async stop() {
          await child.stop()
          await forgotten
        },
      }
    },
  }
}

/** Its number alone proves nothing: by now it may be somebody else's. */
async function reap({ pid, identity }: { pid: number; identity: string }, log: Log): Promise<void> {
  if ((await identifyProcess(pid)) !== identity) return
  log.info('tunnel.reaped', 'The tunnel of an earlier run was still there and has been ended')
  kill(pid, 'SIGTERM')
  for (let waited = 0; waited < leaveMs; waited += lookMs) {
    await new Promise((resolve) => setTimeout(resolve, lookMs))
    if ((await identifyProcess(pid)) !== identity) return
  }
  kill(pid, 'SIGKILL')
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself, or is not ours to end.
  }
}

function parseRemembered(text: string): Remembered {
  const value = JSON.parse(text) as Partial<Remembered> | null
  if (typeof value !== 'object' || value === null || typeof value.paths !== 'object') {
    throw new DamagedFile('it is not what was written')
  }
  const { pid, identity }: { pid?: unknown; identity?: unknown } = value.running ?? {}
  const isRunning = Number.isInteger(pid) && Number(pid) > 1 && typeof identity === 'string'
  return {
    running: isRunning ? { pid: Number(pid), identity } : null,
    paths: { ...value.paths },
  }
}
