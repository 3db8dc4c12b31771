import { buildApp } from '../../../scripts/app/build.ts'
import { openTestSurroundings } from '../../../scripts/app/surroundings.ts'
import type { Measured } from '../table.ts'
import { measureAtRest } from './at-rest.ts'
import { measureCards } from './cards.ts'
import { measureNotifications } from './notifications.ts'

/** The figures of the desktop app, in the surroundings of the desktop tests: a real Electron, screen, bus and daemon. */
export async function measureDesktop(): Promise<Measured[]> {
  if (process.platform !== 'linux') return []
  const surroundings = await openTestSurroundings()
  for (const name of ['WAYLAND_DISPLAY', 'SESSION_MANAGER', 'NOTIFY_SOCKET']) delete process.env[name]
  Object.assign(process.env, surroundings.env)
  try {
    await buildApp(surroundings.runtime)
    const { executable } = surroundings.runtime
    return [
      ...(await measureNotifications(executable)),
      ...(await measureCards(executable)),
      ...(await measureAtRest(executable)),
    ]
  } finally {
    await surroundings.close()
  }
}
