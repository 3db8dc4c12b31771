import type { PageWindow } from './page-window.ts'
import type { TrayAction } from './tray/tray-menu.ts'
import type { Wishes } from './wishes.ts'

export interface TrayActionsOptions {
  historyWindow: Pick<PageWindow, 'open'>
  settingsWindow: Pick<PageWindow, 'open'>
  setUpWindow: Pick<PageWindow, 'open'>
  wishes: Pick<Wishes, 'openCall' | 'openMissed'>
  playPretendCall(): Promise<void>
  copy(what: Extract<TrayAction, { do: 'copy' }>['what']): Promise<void>
  setDoNotDisturb(minutes: number | null): Promise<void>
  quit(): void
  /** The tray has no place of its own for bad news. */
  tryTo(what: string, trying: Promise<void>): void
}

/** Does what a person chose in the tray's menu. */
export function createTrayActions(options: TrayActionsOptions): (action: TrayAction) => void {
  const { historyWindow, settingsWindow, setUpWindow, wishes, tryTo } = options
  return (action) => {
    switch (action.do) {
      case 'open-history':
        return historyWindow.open()
      case 'open-call':
        return wishes.openCall(action.id)
      case 'open-missed':
        return wishes.openMissed()
      case 'open-settings':
        return settingsWindow.open()
      case 'open-setup':
        return setUpWindow.open()
      case 'pretend-call':
        return tryTo('play the pretend call', options.playPretendCall())
      case 'copy':
        return tryTo('copy this', options.copy(action.what))
      case 'do-not-disturb':
        return tryTo('change do not disturb', options.setDoNotDisturb(action.minutes))
      case 'quit':
        return options.quit()
    }
  }
}
