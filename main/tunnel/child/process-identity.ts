import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const patienceMs = 5_000

/**
 * The same text for the same process only: when it was started and as what. Null where there is none, or the system
 * does not tell. Numbers of processes are given out again, also after a restart of the machine.
 */
export async function identifyProcess(pid: number): Promise<string | null> {
  try {
    const told = await tell(pid)
    return told === '' ? null : createHash('sha256').update(told).digest('hex').slice(0, 32)
  } catch {
    return null
  }
}

async function tell(pid: number): Promise<string> {
  switch (process.platform) {
    case 'linux':
      return tellLinux(pid)
    case 'win32':
      return tellWindows(pid)
    default:
      return tellUnix(pid)
  }
}

async function tellLinux(pid: number): Promise<string> {
  const [stat, command, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'latin1'),
    readFile(`/proc/${pid}/cmdline`, 'latin1'),
    readFile('/proc/sys/kernel/random/boot_id', 'latin1'),
  ])
  // proc(5): the name in brackets may hold anything; the 22nd field is the start, in ticks since the boot.
  const startTicks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  // What has ended and was not waited for has no command line any more.
  return command === '' ? '' : `${boot}${startTicks} ${command}`
}

async function tellUnix(pid: number): Promise<string> {
  const { stdout } = await run('ps', ['-o', 'lstart=,command=', '-p', String(pid)], {
    timeout: patienceMs,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  return stdout.trim()
}

async function tellWindows(pid: number): Promise<string> {
  const script = `Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}' | ForEach-Object { $_.CreationDate.ToFileTimeUtc(); $_.CommandLine }`
  const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], {
    timeout: patienceMs,
    windowsHide: true,
  })
  return stdout.trim()
}
