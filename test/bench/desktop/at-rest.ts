import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { processesBelow } from '../../support/desktop/process-tree.ts'
import type { Measured } from '../table.ts'
import { type RunningApp, runApp, runRingtray } from './running-app.ts'

const emptyApp = join(import.meta.dirname, 'empty-app')
/** What happens once after a start is over. */
const settlesMs = 15_000
const minuteMs = 60_000
const nanosecondsPerMs = 1_000_000

interface AtRest {
  megabytes: number
  cpuMs: number
}

/** C7 and C12: memory and a minute's processor time in the tray, beside an empty Electron app. One after the other. */
export async function measureAtRest(electron: string): Promise<Measured[]> {
  const ours = await measure(await runRingtray(electron))
  const peer = await measure(await runApp(electron, { args: [emptyApp], ready: 'ready' }))
  return [
    {
      work: 'C7: memory in the tray without calls, the hidden card included (PSS of all processes)',
      ours: `${ours.megabytes.toFixed(0)} MB`,
      peer: `an empty Electron app ${peer.megabytes.toFixed(0)} MB`,
      ratio: ours.megabytes / peer.megabytes,
      goal: '≤ 1.5 ×',
    },
    {
      work: 'C12: processor time in the tray over a minute',
      ours: `${ours.cpuMs.toFixed(0)} ms`,
      peer: `an empty Electron app ${peer.cpuMs.toFixed(0)} ms`,
      ratio: ours.cpuMs / peer.cpuMs,
      goal: '≤ 1.1 ×',
    },
  ]
}

async function measure(app: RunningApp): Promise<AtRest> {
  try {
    await wait(settlesMs)
    const before = cpuMsOf(app)
    await wait(minuteMs)
    return { cpuMs: cpuMsOf(app) - before, megabytes: megabytesOf(app) }
  } finally {
    await app.stop()
  }
}

/** Memory that several processes share counts once, in parts. */
function megabytesOf({ pid }: RunningApp): number {
  const kilobytes = processesBelow(pid).map((one) =>
    Number(/^Pss:\s*(\d+)/m.exec(readFileSync(`/proc/${one.pid}/smaps_rollup`, 'utf8'))?.[1]),
  )
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1_024
}

/** In all threads that live, as the scheduler counts it; `stat` knows only steps of 10 ms. */
function cpuMsOf({ pid }: RunningApp): number {
  const times = processesBelow(pid).flatMap((one) =>
    readdirSync(`/proc/${one.pid}/task`).map((thread) =>
      Number(readFileSync(`/proc/${one.pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
    ),
  )
  return times.reduce((sum, one) => sum + one, 0) / nanosecondsPerMs
}
