import { Notification } from 'electron'
import { type BannerPresenterOptions, createSessionNotifications } from './banner/session-notifications.ts'
import type { Banner } from './banner-text.ts'
import type { BannerPresenter } from './screen/screen.ts'

const noService = 'no notification service answers'

/** Banners through the operating system, silent: the phone rings already. */
export function createNotificationPresenter(options: BannerPresenterOptions): BannerPresenter {
  return process.platform === 'linux' ? createSessionNotifications(options) : createNative(options)
}

function createNative(options: BannerPresenterOptions): BannerPresenter {
  const { onOpen, onDismissed, onProblem, log } = options
  // A notification that nobody refers to is collected, and its click with it.
  const open = new Map<string, Notification>()
  hearEarlierClicks((id) => {
    if (!open.has(id)) onOpen(id)
  })

  function close(id: string) {
    open.get(id)?.close()
    open.delete(id)
  }

  function fail(reason: string) {
    log.warn('notification.failed', `The system showed no banner: ${reason}`)
    onProblem(reason)
  }

  return {
    show(banner) {
      if (!Notification.isSupported()) return fail(noService)
      const notification = create(banner)
      // The system replaces the banner of the same id in place.
      open.set(banner.id, notification)
      notification.on('show', () => onProblem(null))
      notification.on('click', () => {
        close(banner.id)
        onOpen(banner.id)
      })
      notification.on('close', ({ reason }) => {
        if (open.get(banner.id) !== notification) return
        open.delete(banner.id)
        // Windows tells when it only put the banner into its list; elsewhere a banner of ours has no end of its own.
        if (reason === undefined || reason === 'userCanceled') onDismissed(banner.id)
      })
      notification.on('failed', (_event, reason) => fail(reason.trim() || noService))
      notification.show()
    },
    close,
  }
}

function create({ id, title, body }: Banner): Notification {
  return new Notification({ id, title, body, silent: true, timeoutType: 'never' })
}

/** Newer than the Electron that tests may run on, and each on one system only: asked for before they are used. */
function hearEarlierClicks(onClick: (id: string) => void): void {
  if (process.platform === 'win32' && 'handleActivation' in Notification) {
    Notification.handleActivation(({ arguments: told }) => {
      const id = new URLSearchParams(told).get('tag')
      if (id !== null) onClick(id)
    })
  }
  if (process.platform === 'darwin' && 'getHistory' in Notification) {
    const listen = (notifications: Notification[]) => {
      for (const notification of notifications) notification.on('click', () => onClick(notification.id))
    }
    Notification.getHistory().then(listen, () => {
      // Not allowed, or not signed: banners of an earlier run stay as deaf as they were.
    })
  }
}
