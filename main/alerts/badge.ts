import { app, type BrowserWindow } from 'electron'
import { drawNumber } from '../desktop/drawing/draw-number.ts'
import { toNativeImage } from '../desktop/drawing/native-image.ts'
import { createBadgeMemory } from './badge-memory.ts'

/** How many customers are to be called back, on the dock or the taskbar. */
export interface Badge {
  show(count: number): void
}

export interface BadgeOptions {
  /** Whose taskbar button carries the number on Windows; null while there is none. */
  window(): BrowserWindow | null
}

export function createBadge({ window }: BadgeOptions): Badge {
  if (process.platform === 'win32') {
    const isNews = createBadgeMemory<BrowserWindow>()
    return {
      show(count) {
        // A button that is made anew begins without a number.
        const current = window()
        if (current !== null && isNews(count, current)) overlay(current, count)
      },
    }
  }
  const isNews = createBadgeMemory<typeof app>()
  return {
    show(count) {
      if (isNews(count, app)) app.setBadgeCount(count)
    },
  }
}

function overlay(window: BrowserWindow, count: number): void {
  if (count === 0) {
    window.setOverlayIcon(null, '')
    return
  }
  const image = toNativeImage([drawNumber(count, 16), drawNumber(count, 32)])
  window.setOverlayIcon(image, `${count} ${count === 1 ? 'customer' : 'customers'} to call back`)
}
