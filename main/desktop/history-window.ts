import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BrowserWindow, nativeTheme } from 'electron'

/** The one history window: made when it is first wanted, gone when it is closed. The tray and the door stay. */
export interface HistoryWindow {
  /** Brings it to the front, made if need be. This is the only thing that may take the focus: the user asked. */
  open(): void
  /** Resolves when it is closed, or will not close soon. */
  close(): Promise<void>
}

const closeDeadlineMs = 300
const smallest = { minWidth: 320, minHeight: 360 }

export interface HistoryWindowOptions {
  outDir: string
  icon: string
  /** `app://ringtray`, or a development server's. */
  pagesUrl: string
}

export function createHistoryWindow({ outDir, icon, pagesUrl }: HistoryWindowOptions): HistoryWindow {
  let window: BrowserWindow | undefined

  function create(): BrowserWindow {
    const created = new BrowserWindow({
      width: 1080,
      height: 700,
      ...smallest,
      title: 'Ringtray',
      icon,
      show: false,
      autoHideMenuBar: true,
      // What shows before the page has painted: no white flash in a dark room.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1e22' : '#ffffff',
      webPreferences: {
        preload: join(outDir, 'preload', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    })
    created.once('ready-to-show', () => created.show())
    created.on('closed', () => {
      window = undefined
    })
    void created.loadURL(`${pagesUrl}/history/index.html`)
    return created
  }

  return {
    open() {
      if (window === undefined) {
        window = create()
        return
      }
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    async close() {
      if (window === undefined) return
      const closed = new Promise<void>((resolve) => window?.once('closed', resolve))
      window.close()
      await Promise.race([closed, wait(closeDeadlineMs)])
    },
  }
}
