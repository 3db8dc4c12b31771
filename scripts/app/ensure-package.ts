import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ElectronRuntime, electronEnvironment } from '../electron/runtime.ts'
import { root } from '../root.ts'
import { runQuietly } from '../terminal/run-quietly.ts'
import { refuse, say } from '../terminal/say.ts'
import { changedAt, newestChange } from './build.ts'

const executables: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/ringtray',
  darwin:
    process.arch === 'arm64'
      ? 'mac-arm64/Ringtray.app/Contents/MacOS/Ringtray'
      : 'mac/Ringtray.app/Contents/MacOS/Ringtray',
  win32: 'win-unpacked/Ringtray.exe',
}

/** Packages the built app unless that has been done since; answers the packaged app's executable. */
export async function ensurePackage(runtime: ElectronRuntime): Promise<string> {
  const executable = path.join(root, 'dist', executables[process.platform] ?? executables.linux ?? '')
  const markPath = path.join(root, 'dist', `.packaged-with-electron-${runtime.version}`)
  const sources = ['out', 'electron-builder.yml', 'scripts/package.ts', 'scripts/icon']
  if (existsSync(executable) && changedAt(markPath) > newestChange(sources)) return executable
  say('Packaging the app …')
  const { code, output } = await runQuietly(process.execPath, [path.join(root, 'scripts', 'package.ts')], {
    cwd: root,
    env: { ...process.env, ...electronEnvironment(runtime) },
  })
  if (code !== 0 || !existsSync(executable)) refuse(`${output}\n\nThe app could not be packaged.`)
  writeFileSync(markPath, '')
  return executable
}
