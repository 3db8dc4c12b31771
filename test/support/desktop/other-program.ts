import { spawn } from 'node:child_process'
import { afterAll } from 'vitest'
import { createNews } from './news.ts'

/** A program of somebody else in which a person is typing: a window of its own process that has the keyboard. */
export interface OtherProgram {
  /** What has been typed into it so far. */
  typed(): string
  /** Resolves once so much has arrived. */
  hasTyped(length: number): Promise<void>
  stop(): void
}

/**
 * xdotool's `behave` and such see focus, not keys, so this is a small Electron app: a window, a text box, and each
 * change of the box on stdout.
 */
export async function startOtherProgram({ isFullScreen = false } = {}): Promise<OtherProgram> {
  const electron = process.env.ELECTRON_EXEC_PATH
  if (electron === undefined) throw new Error('ELECTRON_EXEC_PATH is not set: run npm test -- test/desktop')
  const app = new URL('./other-program', import.meta.url).pathname
  const child = spawn(electron, [app, ...(isFullScreen ? ['--full-screen'] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const stop = () => void child.kill('SIGKILL')
  afterAll(stop)
  const news = createNews()
  let typed = ''
  let isReady = false
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === 'ready') isReady = true
      else if (line.startsWith('"')) typed = JSON.parse(line) as string
    }
    news.tell()
  })
  await news.until('another program with the keyboard', () => isReady)
  return {
    typed: () => typed,
    async hasTyped(length) {
      await news.until(`${length} typed letters`, () => typed.length >= length, { instead: () => typed })
    },
    stop,
  }
}
