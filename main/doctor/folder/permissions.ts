import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../errors.ts'
import { type Finding, fail, ok } from '../finding.ts'

/** The browser profile is Chromium's own affair, behind a folder that is ours. */
const foreignDir = 'chromium'
const forOthers = 0o077
const mostNamed = 3

/** Calls and secrets are for this account alone: files 0600, folders 0700. */
export async function examinePermissions(dir: string): Promise<Finding[]> {
  if (process.platform === 'win32') {
    return [ok('permissions', 'Windows keeps the folder of an account to that account.')]
  }
  const open: string[] = []
  await collectOpen(dir, open)
  if (open.length === 0) return [ok('permissions', 'Nobody but you can read the calls and secrets.')]
  const named = open.slice(0, mostNamed).join(', ')
  const more = open.length > mostNamed ? ` and ${open.length - mostNamed} more` : ''
  return [
    fail(
      'permissions',
      `Others on this computer can read ${named}${more}. Run: chmod -R go= '${dir.replaceAll("'", `'\\''`)}'`,
    ),
  ]
}

async function collectOpen(path: string, open: string[]): Promise<void> {
  const stats = await lstat(path).catch(orGone)
  if (stats === null || !(stats.isFile() || stats.isDirectory())) return
  if ((stats.mode & forOthers) !== 0)
    open.push(`${path} (${(stats.mode & 0o777).toString(8).padStart(4, '0')})`)
  if (!stats.isDirectory()) return
  for (const name of (await readdir(path).catch(orGone)) ?? []) {
    if (name !== foreignDir) await collectOpen(join(path, name), open)
  }
}

/** A running app replaces files while we look. */
function orGone(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null
  throw error
}
