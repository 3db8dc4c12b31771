import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { root } from './app.ts'
import { type AppProcess, watchProcess } from './app-process.ts'

/** The built app with Playwright inside: its windows and its main process can be used. */
export interface DrivenApp extends AppProcess {
  electron: ElectronApplication
  /** Resolves with the history window once its page stands, whoever opens it. */
  window(): Promise<Page>
  /** Resolves with the card's page, which is there before it is shown. */
  card(): Promise<Page>
  settings(): Promise<Page>
  /** Resolves with the set-up window, which is health later, whoever opens it. */
  setUp(): Promise<Page>
  /** The pages that have been opened: without the card, which waits hidden. */
  opened(): string[]
}

export interface DriveOptions {
  /** Beside that of the tests. */
  env?: Record<string, string>
}

export async function driveApp(dir: string, { env = {} }: DriveOptions = {}): Promise<DrivenApp> {
  // Playwright hands out the process when the app may have spoken already: listen from the start.
  let watched: AppProcess | undefined
  const onProcess = (message: unknown) => {
    const { process: child } = message as { process: ChildProcess }
    child.once('spawn', () => {
      watched ??= watchProcess(child)
    })
  }
  subscribe('child_process', onProcess)
  try {
    // The sandbox is told by the environment, as `npm start` does it.
    const electron = await _electron.launch({
      args: [root, '--data', dir],
      cwd: root,
      env: { ...definedIn(process.env), ...env },
      chromiumSandbox: true,
      // The colours are the app's own choice.
      colorScheme: null,
    })
    electron.context().setDefaultTimeout(15_000)
    if (watched === undefined) throw new Error('Playwright started no process')
    const pageOf = async (name: string) => {
      const isIt = (page: Page) => page.url().includes(`/${name}/`)
      const there = electron.windows().find(isIt)
      return there ?? electron.waitForEvent('window', { predicate: isIt })
    }
    const window = async () => {
      const page = await pageOf('history')
      await page.getByRole('searchbox').waitFor()
      return page
    }
    const opened = () =>
      electron
        .windows()
        .map((page) => new URL(page.url()).pathname.split('/')[1] ?? '')
        .filter((name) => name !== 'card')
    return {
      ...watched,
      electron,
      window,
      card: () => pageOf('card'),
      settings: () => pageOf('settings'),
      setUp: () => pageOf('setup'),
      opened,
    }
  } finally {
    unsubscribe('child_process', onProcess)
  }
}

function definedIn(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
