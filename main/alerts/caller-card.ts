import { app, BrowserWindow, type Display, nativeTheme, type Rectangle, screen } from 'electron'
import type { Card, CardRow } from '../../shared/card.ts'
import type { CardPlace } from '../../shared/settings.ts'
import { pagePreferences } from '../desktop/page-window.ts'
import { type CardSize, cardBounds, placeOf, usualPlace } from './card/card-place.ts'

/**
 * The caller card's window. It is made hidden and ahead of time, so that a ring has only to be painted; it shows
 * itself once its page has drawn what is to be seen, and never takes the keyboard by itself.
 */
export interface CallerCard {
  /** Makes the window, so that the first ring need not wait for it. */
  prepare(): void
  show(rows: CardRow[]): void
  current(): Card
  /** The page has drawn this revision, so many of its own pixels high. */
  drawn(revision: number, height: number): void
  isShown(): boolean
  /** The user wants to type or to use the keys. */
  takeKeyboard(): void
  /** Gives the keyboard back to whoever had it. */
  leaveKeyboard(): void
  destroy(): void
}

export interface CallerCardOptions {
  outDir: string
  pagesUrl: string
  /** Where it was dragged to. */
  place(): CardPlace | null
  keepPlace(place: CardPlace): void
  /** Somebody else has the keyboard now: nothing is being typed here. */
  onKeyboardLost(): void
  send(window: BrowserWindow, card: Card): void
}

/** A drag is over when the window has not moved for so long. */
const dragEndsMs = 400
const placedByOthersMs = 250
const usualHeight = 120

export function createCallerCard({
  outDir,
  pagesUrl,
  place,
  keepPlace,
  onKeyboardLost,
  send,
}: CallerCardOptions): CallerCard {
  let window: BrowserWindow | null = null
  let card: Card = { revision: 0, rows: [] }
  /** The screen it was shown on: it stays there until it is gone, wherever the pointer goes. */
  let display: Display | null = null
  let ourBounds: Rectangle | null = null
  let dragging: NodeJS.Timeout | undefined
  let placedAtMs = 0
  /** It was asked for: whoever clicks or drags has it only by the way. */
  let hasKeyboard = false
  /** A window that refuses to close would keep the whole app. */
  let isEnding = false
  app.once('before-quit', () => {
    isEnding = true
  })

  function prepare(): BrowserWindow {
    if (window !== null) return window
    const created = new BrowserWindow({
      // A manager under X11 leaves a window where it was made, and finds a place of its own for one without.
      ...boundsOn(screen.getDisplayNearestPoint(screen.getCursorScreenPoint()), {
        height: usualHeight,
        zoom: 1,
      }),
      title: 'Ringtray: calls',
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      hasShadow: true,
      acceptFirstMouse: true,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#22262c' : '#ffffff',
      ...kindOfWindow,
      // A hidden page must draw what it is about to show.
      webPreferences: { ...pagePreferences(outDir), backgroundThrottling: false },
    })
    // Above a window that fills the screen, on whichever desktop the agent works.
    created.setAlwaysOnTop(true, 'screen-saver')
    created.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
    created.on('close', (event) => {
      if (isEnding) return
      event.preventDefault()
      created.hide()
    })
    created.on('closed', () => {
      window = null
    })
    created.on('move', onMove)
    created.on('blur', onKeyboardLost)
    // The listener goes on without it, and the next page asks for the rows.
    created.webContents.on('render-process-gone', () => created.webContents.reload())
    void created.loadURL(`${pagesUrl}/card/index.html`)
    window = created
    return created
  }

  function onMove() {
    const bounds = window?.getBounds()
    if (bounds === undefined || !window?.isVisible() || isSamePlace(bounds, ourBounds)) return
    // Managers under X11 have a place of their own for what appears, and X11 tells of a move of ours when the next one
    // may be under way; a hand is not that quick.
    if (ourBounds !== null && performance.now() - placedAtMs < placedByOthersMs) {
      window.setBounds(ourBounds)
      return
    }
    clearTimeout(dragging)
    dragging = setTimeout(() => {
      dragging = undefined
      if (window === null) return
      const dragged = window.getBounds()
      display = screen.getDisplayMatching(dragged)
      ourBounds = dragged
      keepPlace(placeOf(dragged, display.workArea))
      if (!hasKeyboard) leaveKeyboard()
    }, dragEndsMs)
  }

  function boundsOn({ workArea }: Display, size: CardSize): Rectangle {
    return cardBounds(workArea, size, place() ?? usualPlace(process.platform))
  }

  function hide() {
    display = null
    if (window?.isVisible()) window.hide()
  }

  function leaveKeyboard() {
    hasKeyboard = false
    if (window === null || !window.isFocused()) return
    if (!kindOfWindow.focusable) window.setFocusable(false)
    window.blur()
    // X11 gives the keyboard back to the window before only when this one is gone.
    if (process.platform !== 'linux' || !window.isVisible()) return
    window.hide()
    appear(window)
  }

  function appear(hidden: BrowserWindow) {
    placedAtMs = performance.now()
    hidden.showInactive()
  }

  return {
    prepare: () => void prepare(),
    show(rows) {
      if (rows.length === 0 && card.rows.length === 0) return
      card = { revision: card.revision + 1, rows }
      // What is over goes at once, even where the page hangs.
      if (rows.length === 0) hide()
      send(prepare(), card)
    },
    current: () => card,
    drawn(revision, height) {
      if (window === null || revision !== card.revision || card.rows.length === 0) return
      display ??= screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
      const bounds = boundsOn(display, { height, zoom: window.webContents.getZoomFactor() })
      // It is not pulled out of the hand that drags it.
      ourBounds =
        dragging === undefined
          ? bounds
          : { ...window.getBounds(), width: bounds.width, height: bounds.height }
      if (!isSame(window.getBounds(), ourBounds)) {
        if (dragging === undefined) placedAtMs = performance.now()
        window.setBounds(ourBounds)
      }
      if (!window.isVisible()) appear(window)
    },
    isShown: () => window?.isVisible() ?? false,
    takeKeyboard() {
      if (window === null || !window.isVisible()) return
      hasKeyboard = true
      if (!kindOfWindow.focusable) window.setFocusable(true)
      window.focus()
    },
    leaveKeyboard,
    destroy() {
      clearTimeout(dragging)
      window?.destroy()
      window = null
    },
  }
}

/**
 * Windows: without being focusable a window takes clicks and no keyboard. macOS: a panel does the same. X11 would take
 * such a window away from its manager for good; as a notification it is shown without the focus.
 */
const kindOfWindow = {
  linux: { type: 'notification', focusable: true },
  darwin: { type: 'panel', focusable: true },
  other: { focusable: false },
}[process.platform === 'linux' || process.platform === 'darwin' ? process.platform : 'other']

function isSamePlace(a: Rectangle, b: Rectangle | null): boolean {
  return b !== null && a.x === b.x && a.y === b.y
}

function isSame(a: Rectangle, b: Rectangle): boolean {
  return isSamePlace(a, b) && a.width === b.width && a.height === b.height
}
