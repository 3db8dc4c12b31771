import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { minuteMs } from '../../../shared/time.ts'
import { temporarySuffix } from '../../disk/folder.ts'
import { errorCode } from '../../errors.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

const megabyte = 1024 * 1024
const fullBelow = 50 * megabyte
const scarceBelow = 1024 * megabyte
const toleranceMs = 2 * minuteMs

/** Room, and whether what is written really reaches the disk. */
export async function examineDisk(dir: string, now: () => number): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(dir)
  const free = bavail * bsize
  const shown = `${Math.floor(free / megabyte).toLocaleString('en')} MB`
  let writtenMs: number
  try {
    writtenMs = await writeAndSync(dir)
  } catch (error) {
    return [
      fail(
        'disk',
        `Nothing can be written to ${dir} (${errorCode(error) ?? 'unknown error'}; ${shown} free), so no call can be kept. Make room, or give Ringtray the right to write there.`,
      ),
    ]
  }
  return [roomFinding(free, shown), ...clockFindings(writtenMs, now())]
}

function roomFinding(free: number, shown: string): Finding {
  if (free < fullBelow) return fail('disk', `Only ${shown} are free: soon no call can be kept. Make room.`)
  if (free < scarceBelow) return warn('disk', `Only ${shown} are free. Make room before it is full.`)
  return ok('disk', `What is written reaches the disk; ${shown} are free.`)
}

/** A folder of another computer has another clock, and times of files are compared with ours. */
function clockFindings(writtenMs: number, nowMs: number): Finding[] {
  if (Math.abs(writtenMs - nowMs) <= toleranceMs) return []
  const minutes = Math.round(Math.abs(writtenMs - nowMs) / minuteMs)
  return [
    warn(
      'clock',
      `The clock of the disk and that of this computer are ${minutes} minutes apart. Set both by the network.`,
    ),
  ]
}

/** Leaves nothing; its name is that of a write that was cut short, which the next start removes. */
async function writeAndSync(dir: string): Promise<number> {
  const path = join(dir, `.doctor.${process.pid}${temporarySuffix}`)
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile('Can this be kept?\n')
      await handle.sync()
      return (await handle.stat()).mtimeMs
    } finally {
      await handle.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}
