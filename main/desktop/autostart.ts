import { app } from 'electron'
import { type Autostart, autostartPath, createAutostartFile } from './autostart/autostart-file.ts'

/** Starts Ringtray with the computer, in this system's own way. `args`: what it shall be started with. */
export function createAutostart(args: string[]): Autostart {
  switch (process.platform) {
    case 'linux':
      // An AppImage runs from a mount that is gone with it; the file itself is named in the environment.
      return createAutostartFile({
        path: autostartPath(process.env),
        command: [process.env.APPIMAGE ?? process.execPath, ...args],
      })
    case 'win32':
      return windowsAutostart(args)
    case 'darwin':
      return macAutostart()
    default:
      return { isOn: async () => null, set: async () => {} }
  }
}

function windowsAutostart(args: string[]): Autostart {
  // They go into the registry as they are; a path with blanks would fall apart there.
  const quoted = args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg))
  return {
    async isOn() {
      const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ args: quoted })
      // The second is false where a person has switched it off in the Task Manager.
      return openAtLogin && executableWillLaunchAtLogin
    },
    set: async (on) => app.setLoginItemSettings({ openAtLogin: on, args: quoted }),
  }
}

function macAutostart(): Autostart {
  return {
    // Unpackaged it would be Electron itself that starts.
    isOn: async () => (app.isPackaged ? app.getLoginItemSettings().openAtLogin : null),
    set: async (on) => app.setLoginItemSettings({ openAtLogin: on }),
  }
}
