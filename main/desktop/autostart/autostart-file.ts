import { mkdir, readFile, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { writeDurably } from '../../disk/durable-file.ts'
import { errorCode } from '../../errors.ts'
import { autostartEntry, isAutostartOn } from './desktop-entry.ts'

/** Whether Ringtray starts with the computer. The truth is the system's, and may change beside us. */
export interface Autostart {
  /** Null where this system cannot be asked. */
  isOn(): Promise<boolean | null>
  set(on: boolean): Promise<void>
}

/** The autostart file of a Linux desktop. `command`: the program and its arguments. */
export function createAutostartFile({ path, command }: { path: string; command: string[] }): Autostart {
  return {
    async isOn() {
      try {
        return isAutostartOn(await readFile(path, 'utf8'))
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return false
        throw error
      }
    },
    async set(on) {
      if (!on) return rm(path, { force: true })
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeDurably(path, autostartEntry(command))
    },
  }
}

export function autostartPath(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart', 'ringtray.desktop')
}
