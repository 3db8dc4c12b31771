import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { syncFolder, temporarySuffix } from './folder.ts'

let written = 0

/**
 * Replaces a file whole, or not at all: unique temporary file (0600, whatever the umask), fsync, rename,
 * folder fsync. Resolves when the new content would survive a power cut.
 */
export async function writeDurably(path: string, content: string | Buffer): Promise<void> {
  const dir = dirname(path)
  const temporaryPath = join(dir, `.${basename(path)}.${process.pid}-${++written}${temporarySuffix}`)
  try {
    const handle = await open(temporaryPath, 'wx', 0o600)
    try {
      await handle.chmod(0o600)
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporaryPath, path)
  } catch (error) {
    await rm(temporaryPath, { force: true })
    throw error
  }
  await syncFolder(dir)
}
