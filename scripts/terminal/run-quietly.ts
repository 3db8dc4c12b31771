import { type SpawnOptions, spawn } from 'node:child_process'

export interface Outcome {
  code: number
  /** stdout and stderr as they came, for the report of a failure. */
  output: string
}

interface Options extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** Called twice a second; answering false ends the program. */
  whileRunning?: () => boolean
}

/** Runs a program without showing what it prints. Never throws: a program that cannot be started has code 127. */
export function runQuietly(command: string, args: string[], options: Options = {}): Promise<Outcome> {
  const { whileRunning, ...spawnOptions } = options
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] })
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const timer = setInterval(() => {
      if (whileRunning?.() === false) child.kill()
    }, 500)
    child.on('error', (error) => {
      clearInterval(timer)
      resolve({ code: 127, output: error.message })
    })
    child.on('close', (code) => {
      clearInterval(timer)
      resolve({ code: code ?? 1, output: output.trim() })
    })
  })
}
