import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The desktop app's data folder: what every command means where no `--data` is given. */
function defaultDataDir(environment: NodeJS.ProcessEnv = process.env): string {
  switch (process.platform) {
    case 'win32':
      return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Ringtray')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Ringtray')
    default:
      return join(environment.XDG_CONFIG_HOME || join(homedir(), '.config'), 'Ringtray')
  }
}

export function resolveDataDir(data: string | undefined): string {
  return data === undefined ? defaultDataDir() : resolve(data)
}
