import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { appOrigin } from './app-protocol.ts'

/** The one history window: made when it is first wanted, gone when it is closed. The tray and the door stay. */
export interface HistoryWindow {
  /** Brings it to the front, made if need be. This is the only thing that may take the focus: the user asked. */
  open(): void
  /** Undefined while it is closed. */
  current(): BrowserWindow | undefined
}

const smallest = { minWidth: 320, minHeight: 360 }

export function createHistoryWindow({ outDir, icon }: { outDir: string; icon: string }): HistoryWindow {
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
    const developmentUrl = process.env.ELECTRON_RENDERER_URL
    void created.loadURL(`${developmentUrl ?? appOrigin}/history/index.html`)
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
    current: () => window,
  }
}
