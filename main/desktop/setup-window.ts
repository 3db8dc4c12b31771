import { createPageWindow, type PagePlace, type PageWindow } from './page-window.ts'

/** The one set-up window; once everything is done it shows the health of the same things. */
export function createSetUpWindow(place: PagePlace): PageWindow {
  return createPageWindow({
    ...place,
    page: 'setup',
    title: 'Ringtray – set-up',
    size: { width: 760, height: 720, minWidth: 320, minHeight: 400 },
  })
}
