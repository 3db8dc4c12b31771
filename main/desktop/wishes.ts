import type { Snapshot } from '../../shared/ipc-contract.ts'
import type { Announce } from '../ipc/announce.ts'
import type { PageWindow } from './page-window.ts'

/** What a click elsewhere wants to see in the history, whether its window stands already or is made for it. */
export interface Wishes {
  openCall(id: string): void
  openMissed(): void
  /** What a new window has to show first, told once. */
  take(): Snapshot['wish']
}

export function createWishes(historyWindow: Pick<PageWindow, 'open'>, announce: Announce): Wishes {
  let wish: Snapshot['wish'] = null

  function open(next: NonNullable<Snapshot['wish']>) {
    wish = next
    historyWindow.open()
  }

  return {
    openCall(id) {
      open({ show: 'call', id })
      announce('showCall', { id })
    },
    openMissed() {
      open({ show: 'missed' })
      announce('showMissed', null)
    },
    take() {
      const taken = wish
      wish = null
      return taken
    },
  }
}
