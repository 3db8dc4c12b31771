import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Saved {
  /** Up to which line of the journal the pages hold everything. */
  contains: number
  lines: { seq: number; kind: string }[]
}

/** What lies on the disk of an app that has ended. */
export async function savedIn(dir: string): Promise<Saved> {
  const { contains } = JSON.parse(await readFile(join(dir, 'book.json'), 'utf8'))
  const journalDir = join(dir, 'journal')
  const names = (await readdir(journalDir)).sort()
  const texts = await Promise.all(names.map((name) => readFile(join(journalDir, name), 'utf8')))
  const lines = texts.join('').split('\n').filter(Boolean)
  // A line is a checksum and one JSON object.
  return { contains, lines: lines.map((line) => JSON.parse(line.slice(line.indexOf('{')))) }
}
