import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { refuse } from '../terminal/say.ts'

const abandonedAfterMs = 3_600_000

/** Outside `node_modules`, so that `npm ci` does not throw away what took long to fetch. */
export function cacheDir(): string {
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache')
  const dir = path.join(base, 'ringtray')
  try {
    mkdirSync(dir, { recursive: true })
  } catch (error) {
    refuse(
      `${dir} cannot be made (${String(error)}). Set XDG_CACHE_HOME to a folder with 1 GB of space that you may write to.`,
    )
  }
  return dir
}

/**
 * Fills a folder of the cache so that it is there whole or not at all: work in a folder of one's own, rename at the end.
 * When another process was quicker, its folder stays and ours goes.
 */
export async function fillCache(name: string, fill: (workDir: string) => Promise<string>): Promise<string> {
  const target = path.join(cacheDir(), name)
  sweepAbandoned()
  const workDir = mkdtempSync(path.join(cacheDir(), '.partial-'))
  const remove = (): void => rmSync(workDir, { recursive: true, force: true })
  const stop = (): void => process.exit(130)
  process.on('exit', remove)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    renameUnlessThere(await fill(workDir), target)
  } finally {
    process.off('exit', remove)
    process.off('SIGINT', stop).off('SIGTERM', stop)
    remove()
  }
  return target
}

function renameUnlessThere(source: string, target: string): void {
  try {
    renameSync(source, target)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  }
}

/** A killed process could not clean up; what another one is filling right now is younger. */
function sweepAbandoned(): void {
  for (const name of readdirSync(cacheDir()).filter((entry) => entry.startsWith('.partial-'))) {
    const dir = path.join(cacheDir(), name)
    const changedAt = statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - changedAt > abandonedAfterMs) rmSync(dir, { recursive: true, force: true })
  }
}
