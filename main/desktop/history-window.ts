import { createPageWindow, type PagePlace, type PageWindow } from './page-window.ts'

/** The one history window. */
export function createHistoryWindow(place: PagePlace): PageWindow {
  return createPageWindow({
    ...place,
    page: 'history',
    title: 'Ringtray',
    size: { width: 1080, height: 700, minWidth: 320, minHeight: 360 },
  })
}
