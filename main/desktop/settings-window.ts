import { createPageWindow, type PagePlace, type PageWindow } from './page-window.ts'

/** The one settings window. */
export function createSettingsWindow(place: PagePlace): PageWindow {
  return createPageWindow({
    ...place,
    page: 'settings',
    title: 'Ringtray – settings',
    size: { width: 560, height: 640, minWidth: 320, minHeight: 400 },
  })
}
