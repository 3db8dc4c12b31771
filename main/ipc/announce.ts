import type { BrowserWindow } from 'electron'
import type { AnnouncementName, Announcements } from '../../shared/ipc-contract.ts'

export type Announce = <N extends AnnouncementName>(name: N, announcement: Announcements[N]) => void

/** Tells every open window what has happened. A window that is just closing hears nothing, and needs nothing. */
export function createAnnounce(windows: () => BrowserWindow[]): Announce {
  return (name, announcement) => {
    for (const window of windows()) {
      if (!window.isDestroyed()) window.webContents.send('ringtray:announcement', name, announcement)
    }
  }
}
