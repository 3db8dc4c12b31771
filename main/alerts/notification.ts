import { Notification } from 'electron'
import type { Log } from '../log.ts'
import type { BannerPresenter } from './alerter.ts'
import { escapeMarkup } from './banner-text.ts'

export interface NotificationPresenterOptions {
  onOpen(callId: string): void
  log: Log
}

/** Banners through the operating system, silent: the phone rings already. */
export function createNotificationPresenter({ onOpen, log }: NotificationPresenterOptions): BannerPresenter {
  // A notification that nobody refers to is collected, and its click with it.
  const open = new Map<string, Notification>()

  function close(callId: string) {
    open.get(callId)?.close()
    open.delete(callId)
  }

  return {
    show({ callId, title, body }) {
      // On Linux Electron cannot replace a banner in place: a second one would stand beside the first.
      close(callId)
      const notification = new Notification({
        title,
        body: process.platform === 'linux' ? escapeMarkup(body) : body,
        silent: true,
        timeoutType: 'never',
      })
      open.set(callId, notification)
      // A clicked banner is let go of by Electron, but not by every notification service.
      notification.on('click', () => {
        close(callId)
        onOpen(callId)
      })
      notification.on('close', () => {
        if (open.get(callId) === notification) open.delete(callId)
      })
      notification.on('failed', (_event, reason) =>
        log.warn('notification.failed', `The system showed no banner: ${reason}`),
      )
      notification.show()
    },
    close,
  }
}
