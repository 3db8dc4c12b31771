import { app } from 'electron'
import { startApp } from './app.ts'
import { registerAppScheme } from './desktop/app-protocol.ts'
import { readCommandLine } from './desktop/command-line.ts'
import { claimDataFolder } from './desktop/single-instance.ts'

// Everything that must be said before Electron is ready, in this order. Nothing here may await it: `ready`
// itself waits for this module to end.
const { dataDir } = readCommandLine(process.argv, app.isPackaged)
registerAppScheme()
if (claimDataFolder(app, dataDir)) {
  void app.whenReady().then(() => startApp(dataDir))
} else {
  // Another Ringtray has this folder and has been told to show itself.
  app.exit(0)
}
