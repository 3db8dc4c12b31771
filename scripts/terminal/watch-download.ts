import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { showProgress } from './progress.ts'

/** How long nothing may arrive before a download counts as dead: a firewall that swallows packets never says no. */
const stallMs = 30_000

interface Download {
  label: string
  /** The folder the other program downloads into. */
  dir: string
  totalBytes: number | null
}

/**
 * Shows the progress of a download that another program does, by the growth of its folder. The answer is for
 * `runQuietly`'s `whileRunning`: false once the download has stalled.
 */
export function watchDownload({ label, dir, totalBytes }: Download): { tick(): boolean; done(): void } {
  const progress = showProgress(label)
  let lastBytes = 0
  let lastGrowthAt = Date.now()
  return {
    tick() {
      const bytes = folderBytes(dir)
      if (bytes !== lastBytes) {
        lastBytes = bytes
        lastGrowthAt = Date.now()
      }
      progress.update(totalBytes === null ? null : bytes / totalBytes, `${Math.round(bytes / 1e6)} MB`)
      return Date.now() - lastGrowthAt < stallMs
    },
    done: progress.done,
  }
}

function folderBytes(dir: string): number {
  let bytes = 0
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    // The other program may move a file between the listing and the look.
    bytes += statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}
