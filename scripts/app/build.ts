import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ElectronRuntime, electronEnvironment } from '../electron/runtime.ts'
import { root } from '../root.ts'
import { runQuietly } from '../terminal/run-quietly.ts'
import { refuse, say } from '../terminal/say.ts'

const sources = ['main', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/** Builds the app into `out/` unless it is newer than its sources and was made for this Electron. */
export async function buildApp(runtime: ElectronRuntime): Promise<void> {
  const major = runtime.version.split('.')[0]
  const markPath = path.join(root, 'out', `.built-for-electron-${major}`)
  if (changedAt(markPath) > newestChange(sources)) return
  say('Building the app …')
  const startedAt = new Date()
  const { code, output } = await runQuietly(
    process.execPath,
    [electronVitePath, 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      env: { ...process.env, ...electronEnvironment(runtime) },
    },
  )
  if (code !== 0) refuse(`${output}\n\nThe app could not be built.`)
  writeFileSync(markPath, '')
  // What was edited while the build ran is newer than the build.
  utimesSync(markPath, startedAt, startedAt)
}

/** A development build lies in the same folder and must not pass for the real one. */
export function forgetBuild(): void {
  rmSync(path.join(root, 'out'), { recursive: true, force: true })
}

export const electronVitePath = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')

/** Folders count too: their time changes when a file in them comes or goes. */
export function newestChange(names: string[]): number {
  let newest = 0
  for (const name of names) {
    const start = path.join(root, name)
    newest = Math.max(newest, changedAt(start))
    if (!statSync(start, { throwIfNoEntry: false })?.isDirectory()) continue
    for (const entry of readdirSync(start, { recursive: true, encoding: 'utf8' })) {
      newest = Math.max(newest, changedAt(path.join(start, entry)))
    }
  }
  return newest
}

export function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
