import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'

/**
 * One app per data folder: Electron's lock lives in Chromium's profile, so each data folder has its own. Returns
 * whether this is the first. The second one's start reaches the first as `second-instance`.
 */
export function claimDataFolder(app: App, dataDir: string): boolean {
  // Chromium makes its files by the process's umask.
  process.umask(0o077)
  const profileDir = join(dataDir, 'chromium')
  // The lock fails in a folder that does not exist yet.
  mkdirSync(profileDir, { recursive: true, mode: 0o700 })
  app.setPath('userData', profileDir)
  app.setPath('sessionData', profileDir)
  return app.requestSingleInstanceLock()
}
