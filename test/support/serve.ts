import { type Ended, type Program, type ProgramOptions, startProgram } from './program.ts'
import { tempFolder } from './temp-folder.ts'

/** `ringtray serve` on a folder, listening. */
export interface Serving extends Program {
  dir: string
  url: string
  port: number
  /** The first line on stdout, as it was read. */
  readyLine: string
  /** SIGTERM, as a supervisor ends it. */
  stop(): Promise<Ended>
  /** SIGKILL: no chance to flush. */
  kill(): Promise<Ended>
}

export interface ServeOptions extends ProgramOptions {
  dir?: string
  port?: number
  args?: string[]
  /** Nobody reads its stderr, from the start. */
  isUnheard?: boolean
}

export async function startServe({
  dir = tempFolder(),
  port = 0,
  args = [],
  isUnheard = false,
  ...options
}: ServeOptions = {}): Promise<Serving> {
  const program = startProgram(['serve', '--data', dir, '--port', String(port), ...args], options)
  if (isUnheard) program.child.stderr?.destroy()
  await program.until(({ stdout }) => stdout.includes('\n'))
  const readyLine = program.stdout().slice(0, program.stdout().indexOf('\n'))
  const { url } = JSON.parse(readyLine) as { url: string }
  const end = (signal: NodeJS.Signals) => {
    program.child.kill(signal)
    return program.ended
  }
  return {
    ...program,
    dir,
    url,
    port: Number(new URL(url).port),
    readyLine,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
