import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll } from 'vitest'
import { folderWith } from '../settings.ts'
import { type Banners, watchBanners } from './banners.ts'
import { freePort } from './free-port.ts'
import { openTray, type Tray } from './tray.ts'

/** What a person has around the app: a tray and banners. */
export interface Desktop {
  banners: Banners
  tray: Tray
}

/** For one test file; to be called where its tests are described. */
export function useDesktop(): Desktop {
  const desktop = {} as Desktop
  beforeAll(async () => {
    desktop.banners = await watchBanners()
    desktop.tray = await openTray()
  })
  afterAll(() => {
    desktop.banners?.stop()
    desktop.tray?.stop()
    // What a killed app has left on the screen is not the next file's.
    execFileSync('dunstctl', ['close-all'])
  })
  return desktop
}

/** A data folder with a secret and a port that is free now. */
export async function dataFolder(values: object = {}): Promise<string> {
  return folderWith(undefined, { port: await freePort(), country: 'IN', me: [], queryFields: {}, ...values })
}
