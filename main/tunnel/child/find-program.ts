import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** Where installers put programs that the PATH of an app started from a dock or a menu does not have. */
const usualDirs =
  process.platform === 'win32'
    ? [
        'C:\\Program Files\\cloudflared',
        'C:\\Program Files (x86)\\cloudflared',
        'C:\\Windows\\System32\\OpenSSH',
      ]
    : ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/bin']

/** The full path of a program, by its name or path; null where it cannot be run. */
export function findProgram(name: string, path = process.env.PATH ?? ''): string | null {
  const names = process.platform === 'win32' && !/\.exe$/i.test(name) ? [`${name}.exe`] : [name]
  const dirs = isAbsolute(name) ? [''] : [...path.split(delimiter).filter((dir) => dir !== ''), ...usualDirs]
  const places = dirs.flatMap((dir) => names.map((each) => (dir === '' ? each : join(dir, each))))
  return places.find(canRun) ?? null
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
