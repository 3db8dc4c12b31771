import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { showProgress } from '../terminal/progress.ts'

/** Answers null, or what apt said when it failed. A fresh container has no package lists, an old one stale ones. */
export async function installWithApt(packages: string[]): Promise<string | null> {
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if ((await apt('Installing', install)) === null) return null
  return (await apt('Reading package lists', ['update'])) ?? (await apt('Installing', install))
}

function apt(label: string, args: string[]): Promise<string | null> {
  const progress = showProgress(label)
  // apt reports its progress to machines on a channel of its own, here 3: `dlstatus:1:45.2:Retrieving file 3 of 9`.
  const options = ['-o', 'APT::Status-Fd=3', '-o', 'DPkg::Lock::Timeout=120', '-q']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
  return new Promise((resolve) => {
    const child = spawn('apt-get', [...options, ...args], { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    createInterface({ input: child.stdio[3] as Readable }).on('line', (line) => {
      const [, , percent, text] = line.split(':')
      progress.update(percent === undefined ? null : Number(percent) / 100, text)
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => {
      progress.done()
      resolve(code === 0 ? null : output.trim())
    })
  })
}
