import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Everything below a folder, the folder itself as `''`, with its permissions. */
export function entriesIn(dir: string): { path: string; isFolder: boolean; mode: string }[] {
  const below = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((path) => join(dir, path))
  return [dir, ...below].map((path) => {
    const stats = statSync(path)
    const mode = (stats.mode & 0o7777).toString(8)
    return { path: relative(dir, path), isFolder: stats.isDirectory(), mode }
  })
}

/** The files below a folder that hold a text, as `grep -rl` would list them. */
export function filesHolding(dir: string, text: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text))
    .map((path) => relative(dir, path))
}
