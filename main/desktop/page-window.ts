import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { BrowserWindow, nativeTheme, type WebPreferences } from 'electron'

/** One window of ours for one page: made when it is first wanted, gone when it is closed. The tray and the door stay. */
export interface PageWindow {
  /** Brings it to the front, made if need be. This is the only thing that may take the focus: the user asked. */
  open(): void
  /** Resolves when it is closed, or will not close soon. */
  close(): Promise<void>
  /** Null while there is none. */
  current(): BrowserWindow | null
}

export interface PagePlace {
  outDir: string
  icon: string
  /** `app://ringtray`, or a development server's. */
  pagesUrl: string
}

export interface PageWindowOptions extends PagePlace {
  /** The page's folder in `renderer/`. */
  page: string
  /** Until the page says its own. */
  title: string
  size: { width: number; height: number; minWidth: number; minHeight: number }
}

const closeDeadlineMs = 300

export function createPageWindow(options: PageWindowOptions): PageWindow {
  const { outDir, icon, pagesUrl, page, title, size } = options
  let window: BrowserWindow | undefined

  function create(): BrowserWindow {
    const created = new BrowserWindow({
      ...size,
      title,
      icon,
      show: false,
      autoHideMenuBar: true,
      // What shows before the page has painted: no white flash in a dark room.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1b1e23' : '#ffffff',
      webPreferences: pagePreferences(outDir),
    })
    created.once('ready-to-show', () => created.show())
    created.on('closed', () => {
      window = undefined
    })
    void created.loadURL(`${pagesUrl}/${page}/index.html`)
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
    current: () => window ?? null,
  }
}

/** What every page of ours may do: speak to the preload's bridge, and nothing else. */
export function pagePreferences(outDir: string): WebPreferences {
  return {
    preload: join(outDir, 'preload', 'preload.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    spellcheck: false,
  }
}
