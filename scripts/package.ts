/**
 * `npm run package`: the app as a folder in `dist/`, as it runs at a customer's. With `--installers` the installers of
 * this platform, for which electron-builder fetches tools from their release host.
 */

import { rm } from 'node:fs/promises'
import path from 'node:path'
import { build, Platform } from 'electron-builder'
import { buildApp } from './app/build.ts'
import { ensureElectron } from './electron/runtime.ts'
import { refuse, say } from './terminal/say.ts'

const installers = process.argv.includes('--installers')
const runtime = await ensureElectron()
if (installers && !runtime.isOfficial) {
  refuse(
    'Installers are for users, and this Electron is not the official one. Build them on a machine that can download it.',
  )
}
await buildApp(runtime)
say(`Packaging with Electron ${runtime.version} …`)
await build({
  targets: Platform.current().createTarget(installers ? null : 'dir'),
  publish: 'never',
  config: {
    electronDist: runtime.dir,
    electronVersion: runtime.version,
    // electron-builder copies a given Electron as it is, with what only development needs.
    afterPack: async ({ packager, appOutDir }) => {
      await rm(path.join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
      await rm(path.join(appOutDir, 'version'), { force: true })
    },
  },
})
