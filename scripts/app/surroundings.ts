import { existsSync } from 'node:fs'
import { type ElectronRuntime, electronEnvironment, ensureElectron } from '../electron/runtime.ts'
import { ensurePackages } from '../machine/ensure-packages.ts'
import { nothing } from '../machine/requirements.ts'
import { sandboxEnvironment } from '../machine/sandbox.ts'
import { openSession, type Session } from '../machine/session.ts'
import { say } from '../terminal/say.ts'

export interface Surroundings {
  runtime: ElectronRuntime
  env: Record<string, string>
  close(): Promise<void>
}

/** Everything the app needs around it to be started on this machine: an Electron, libraries, a screen, a bus. */
export async function openSurroundings(): Promise<Surroundings> {
  const runtime = await ensureElectron()
  const ownSession = !hasScreen()
  await ensurePackages({ ...nothing, electronPath: runtime.executable, ownSession })
  if (ownSession)
    say('No screen here: the app runs on an invisible one (Xvfb), with a session bus of its own.')
  return around(runtime, ownSession ? await openSession({ windowManager: false }) : null)
}

/** The same for tests: always a screen and a bus of their own, so that no test touches a person's desktop. */
export async function openTestSurroundings(): Promise<Surroundings> {
  const runtime = await ensureElectron()
  const ownSession = process.platform === 'linux'
  await ensurePackages({ ...nothing, electronPath: runtime.executable, ownSession, desktopTests: true })
  return around(runtime, ownSession ? await openSession({ windowManager: true }) : null)
}

async function around(runtime: ElectronRuntime, session: Session | null): Promise<Surroundings> {
  const env = { ...electronEnvironment(runtime), ...(await sandboxEnvironment()), ...session?.env }
  return { runtime, env, close: async () => session?.close() }
}

function hasScreen(): boolean {
  if (process.platform !== 'linux') return true
  return (
    Boolean(process.env.DISPLAY) ||
    (Boolean(process.env.WAYLAND_DISPLAY) && existsSync(process.env.XDG_RUNTIME_DIR ?? ''))
  )
}
