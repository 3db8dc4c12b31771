import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { openChildren } from '../../main/tunnel/child/children.ts'
import { providers } from '../../main/tunnel/providers.ts'
import { createSupervisor, type TunnelSupervisor } from '../../main/tunnel/supervisor.ts'
import type { Providers } from '../../main/tunnel/tunnel.ts'
import type { TunnelSecretName, TunnelStatus } from '../../shared/tunnel.ts'
import { silentLog } from './printed.ts'

export interface Supervised {
  supervisor: TunnelSupervisor
  /** Every status told, in order. */
  told: TunnelStatus[]
  /** Resolves with the first status that passes, told or to come. */
  until(passes: (status: TunnelStatus) => boolean): Promise<TunnelStatus>
}

export interface SuperviseOptions {
  dir: string
  providers?: Partial<Providers>
  hasProof?: () => boolean
  secrets?: Partial<Record<TunnelSecretName, string>>
}

/** A supervisor as the app runs it, with the shortest of the random delays; stopped when the test has finished. */
export async function supervise(options: SuperviseOptions): Promise<Supervised> {
  const { dir, hasProof = () => true, secrets = {} } = options
  const told: TunnelStatus[] = []
  const waiting = new Set<() => void>()
  const supervisor = createSupervisor({
    dir,
    providers: { ...providers, ...options.providers },
    children: await openChildren({ dir, log: silentLog }),
    hasProof,
    readSecret: async (name) => secrets[name] ?? null,
    now: Date.now,
    random: () => 0,
    log: silentLog,
    onStatus: (status) => {
      told.push(status)
      for (const look of waiting) look()
    },
  })
  onTestFinished(() => supervisor.stop())
  return {
    supervisor,
    told,
    until: (passes) =>
      new Promise((resolve) => {
        const look = () => {
          const status = supervisor.status()
          if (!passes(status)) return
          waiting.delete(look)
          resolve(status)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** The program that runs for a folder's tunnel, once it is written down there. */
export function runningPid(dir: string): Promise<number> {
  return vi.waitUntil(() => readRunning(dir)?.pid, { timeout: 10_000 })
}

export function readRunning(dir: string): { pid: number } | null {
  const path = join(dir, 'tunnel.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).running : null
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
