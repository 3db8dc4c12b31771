import { chmod, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes a private folder (0700, whatever the umask), parents included. */
export async function makePrivateFolder(dir: string): Promise<void> {
  const created = await mkdir(dir, { recursive: true, mode: 0o700 })
  if (created !== undefined) await chmod(dir, 0o700)
}

/** Makes names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const temporarySuffix = '.tmp'

/** What a write that was cut short left behind. Only the folder's one writer may call this. */
export async function removeTemporaryFiles(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (name.endsWith(temporarySuffix)) await rm(join(dir, name), { force: true })
  }
}
