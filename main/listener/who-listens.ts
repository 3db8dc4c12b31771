import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const patienceMs = 1_000

/** The program that holds a port, if the system tells: `node (process 4711)`, else `another program`. */
export async function whoListens(port: number): Promise<string> {
  try {
    const found = process.platform === 'win32' ? await askNetstat(port) : await askLsofOrSs(port)
    return found ?? 'another program'
  } catch {
    return 'another program'
  }
}

async function askNetstat(port: number): Promise<string | null> {
  const { stdout } = await run('netstat', ['-ano', '-p', 'TCP'], { timeout: patienceMs })
  const pid = new RegExp(`:${port}\\s+\\S+\\s+LISTENING\\s+(\\d+)`).exec(stdout)?.[1]
  return pid === undefined ? null : `process ${pid}`
}

async function askLsofOrSs(port: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const { stdout } = await run('ss', ['-Hltnp', `sport = :${port}`], { timeout: patienceMs })
    const match = /\("([^"]+)",pid=(\d+)/.exec(stdout)
    return match ? `${match[1]} (process ${match[2]})` : null
  }
  const { stdout } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], {
    timeout: patienceMs,
  })
  const match = /p(\d+)\nc(.+)/.exec(stdout)
  return match ? `${match[2]} (process ${match[1]})` : null
}
