import { lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Files and folders below a folder, itself as `''`. Chromium's links, which lead to nothing on the disk, have none. */
export function permissionsIn(dir: string): { path: string; isFolder: boolean; mode: number }[] {
  const below = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((path) => join(dir, path))
  return [dir, ...below]
    .map((path) => ({ path, stats: lstatSync(path, { throwIfNoEntry: false }) }))
    .flatMap(({ path, stats }) =>
      stats?.isFile() || stats?.isDirectory()
        ? [{ path: relative(dir, path), isFolder: stats.isDirectory(), mode: stats.mode & 0o7777 }]
        : [],
    )
}
