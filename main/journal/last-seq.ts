import { open } from 'node:fs/promises'
import { parseEntry } from './entry.ts'
import { listJournalFiles } from './journal-files.ts'

/** More than the longest line: a body of 128 KB, every character escaped to six. */
const tailBytes = 1 << 20

/** The highest number in use, from the ends of the files alone; 0 in an empty journal. */
export async function readLastSeq(dir: string): Promise<number> {
  for (const file of (await listJournalFiles(dir)).reverse()) {
    const seq = await lastSeqOfFile(file.path)
    if (seq !== null) return seq
  }
  return 0
}

async function lastSeqOfFile(path: string): Promise<number | null> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    for (let length = Math.min(size, tailBytes); length > 0; length = Math.min(size, length * 2)) {
      const bytes = Buffer.alloc(length)
      await handle.read(bytes, 0, length, size - length)
      const seq = lastSeqIn(bytes)
      if (seq !== null || length === size) return seq
    }
    return null
  } finally {
    await handle.close()
  }
}

function lastSeqIn(bytes: Buffer): number | null {
  for (let end = bytes.lastIndexOf(0x0a); end >= 0; ) {
    const start = end === 0 ? 0 : bytes.lastIndexOf(0x0a, end - 1) + 1
    const entry = parseEntry(bytes.subarray(start, end))
    if (entry !== null) return entry.seq
    end = start - 1
  }
  return null
}
