import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type AppProcess, watchProcess } from './app-process.ts'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The built app, started the way `npm start` starts it. */
export function startApp(dir: string): AppProcess {
  return watchProcess(spawn(electronPath(), [root, '--data', dir]))
}

/** The packaged app, started the way a desktop starts it. */
export function startPackagedApp(executable: string, dir: string): AppProcess {
  return watchProcess(spawn(executable, ['--data', dir]))
}

/** Where calls come in; resolves once they can. */
export async function doorOf(app: Pick<AppProcess, 'line'>): Promise<string> {
  const line = await app.line('Ringtray listens on ')
  return line.slice('Ringtray listens on '.length)
}

function electronPath(): string {
  const path = process.env.ELECTRON_EXEC_PATH
  if (path === undefined) throw new Error('ELECTRON_EXEC_PATH is not set: run npm test -- test/desktop')
  return path
}
