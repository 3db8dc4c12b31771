import { isFolderHeld, type LockHolder, readLockHolder } from '../../disk/folder-lock.ts'
import { type Finding, ok, warn } from '../finding.ts'

/** Who writes to the folder now; null where nobody does. */
export async function findHolder(dir: string): Promise<LockHolder | null> {
  if (!(await isFolderHeld(dir))) return null
  return (await readLockHolder(dir)) ?? { pid: 0, command: 'another Ringtray', port: null }
}

export function examineHolder(holder: LockHolder | null): Finding {
  if (holder === null) return warn('app', 'Ringtray does not run, so no call is received now. Start it.')
  const name = holder.command.replace(/^the /, 'The ')
  return ok('app', `${name} (process ${holder.pid}) runs on this folder.`)
}
