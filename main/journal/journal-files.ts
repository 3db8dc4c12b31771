import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface JournalFile {
  path: string
  /** No entry in the file has a lower number. */
  firstSeq: number
}

const namePattern = /^(\d{15})(?:\.(\d+))?\.log$/

/** `000000000000042.log`; `attempt` tells a file that took over after a failed sync from the failed one. */
export function journalFileName(firstSeq: number, attempt: number): string {
  const number = String(firstSeq).padStart(15, '0')
  return attempt === 0 ? `${number}.log` : `${number}.${attempt}.log`
}

/** In the order of their numbers. */
export async function listJournalFiles(dir: string): Promise<JournalFile[]> {
  const files = (await readdir(dir)).flatMap((name) => {
    const match = namePattern.exec(name)
    return match
      ? [{ path: join(dir, name), firstSeq: Number(match[1]), attempt: Number(match[2] ?? 0) }]
      : []
  })
  return files.sort((a, b) => a.firstSeq - b.firstSeq || a.attempt - b.attempt)
}
