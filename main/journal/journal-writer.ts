import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { dayMs } from '../../shared/time.ts'
import { syncFolder } from '../disk/folder.ts'
import { errorCode } from '../errors.ts'
import { journalFileName } from './journal-files.ts'

/** The open file of the journal: only ever appended to, given up at the first failure. */
export interface JournalWriter {
  /** Resolves when the bytes are on disk. `firstSeq` names a new file, should one begin here. */
  write(bytes: Buffer, firstSeq: number): Promise<void>
  close(): Promise<void>
}

const maxFileBytes = 16 * 1024 * 1024

export function createJournalWriter({ dir, now }: { dir: string; now: () => number }): JournalWriter {
  let current: { handle: FileHandle; size: number; openedAt: number } | null = null

  async function begin(firstSeq: number) {
    const handle = await createFile(dir, firstSeq)
    try {
      await handle.chmod(0o600)
      await syncFolder(dir)
    } catch (error) {
      await handle.close()
      throw error
    }
    return { handle, size: 0, openedAt: now() }
  }

  async function close() {
    const closing = current
    current = null
    await closing?.handle.close()
  }

  return {
    async write(bytes, firstSeq) {
      if (current !== null && (current.size >= maxFileBytes || Math.abs(now() - current.openedAt) >= dayMs)) {
        await close()
      }
      current ??= await begin(firstSeq)
      try {
        await current.handle.appendFile(bytes)
        await current.handle.datasync()
        current.size += bytes.length
      } catch (error) {
        await close().catch(() => {
          // The write's own error is the one to tell.
        })
        throw error
      }
    },
    close,
  }
}

async function createFile(dir: string, firstSeq: number): Promise<FileHandle> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await open(join(dir, journalFileName(firstSeq, attempt)), 'ax', 0o600)
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error
    }
  }
}
