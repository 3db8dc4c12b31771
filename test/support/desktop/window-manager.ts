import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { createNews } from './news.ts'

const run = promisify(execFile)

/** Lets another window manager take over the screen. It ends with the screen, or when the next one takes over. */
export async function manageWindowsBy(manager: 'openbox' | 'xfwm4'): Promise<void> {
  const news = createNews()
  const properties = spawn('xprop', ['-root', '-spy'], { stdio: ['ignore', 'pipe', 'ignore'] })
  properties.stdout.on('data', news.tell)
  spawn(manager, ['--replace'], { stdio: 'ignore', detached: true }).unref()
  try {
    await news.untilRead(
      `${manager} to manage the windows`,
      async () => (await managerName()) === manager || undefined,
    )
  } finally {
    properties.kill()
  }
}

/** As the manager tells it on a window of its own. */
async function managerName(): Promise<string | undefined> {
  try {
    const { stdout: root } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'])
    const id = /0x[0-9a-f]+/.exec(root)?.[0] ?? ''
    const { stdout: window } = await run('xprop', ['-id', id, '_NET_WM_NAME'])
    return /"(.*)"/.exec(window)?.[1]?.toLowerCase()
  } catch {
    // It goes, and the next one is not there yet.
    return undefined
  }
}
