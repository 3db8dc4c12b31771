import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../root.ts'
import { runQuietly } from '../terminal/run-quietly.ts'
import { say } from '../terminal/say.ts'
import { watchDownload } from '../terminal/watch-download.ts'
import { cacheDir } from './cache.ts'
import type { ElectronRuntime } from './runtime.ts'

const packageDir = path.join(root, 'node_modules', 'electron')
const retryHours = 24

/** The version the product targets, as its npm package says. */
export const officialVersion: string = JSON.parse(
  readFileSync(path.join(packageDir, 'package.json'), 'utf8'),
).version

/** The same test as the package's own install script: right version, and `path.txt` as the last thing written. */
export function installedOfficial(): ElectronRuntime | null {
  const dir = path.join(packageDir, 'dist')
  const version = textOf(path.join(dir, 'version'))?.replace(/^v/, '')
  const executablePath = textOf(path.join(packageDir, 'path.txt'))
  if (version !== officialVersion || !executablePath) return null
  const executable = path.join(dir, executablePath)
  return existsSync(executable) ? { dir, executable, version, isOfficial: true } : null
}

/** Runs the package's install script, which honours mirrors and proxies and checks the checksum. */
export async function downloadOfficial(): Promise<ElectronRuntime | { reason: string }> {
  say(`Downloading Electron ${officialVersion} …`)
  // The script downloads into the system's temporary folder; one of our own shows how far it is.
  const dir = mkdtempSync(path.join(tmpdir(), 'ringtray-electron-'))
  const watch = watchDownload({ label: `Electron ${officialVersion}`, dir, totalBytes: null })
  const { code, output } = await runQuietly(process.execPath, [path.join(packageDir, 'install.js')], {
    cwd: root,
    env: { ...process.env, TMPDIR: dir, ELECTRON_GET_NO_PROGRESS: '1' },
    whileRunning: watch.tick,
  })
  watch.done()
  rmSync(dir, { recursive: true, force: true })
  const installed = installedOfficial()
  if (code === 0 && installed) return installed
  writeFileSync(unreachableMarkPath(), '')
  return { reason: output.split('\n')[0] || 'nothing arrived' }
}

/** Whether the download failed within the last day: with another Electron at hand it is not worth the wait each time. */
export function recentlyUnreachable(): boolean {
  const triedAt = statSync(unreachableMarkPath(), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Date.now() - triedAt < retryHours * 3_600_000
}

function unreachableMarkPath(): string {
  return path.join(cacheDir(), `electron-${officialVersion}.unreachable`)
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
