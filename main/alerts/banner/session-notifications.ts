import type { Log } from '../../log.ts'
import type { BannerPresenter } from '../screen/screen.ts'
import { busSockets } from './bus-address.ts'
import { createNotificationService, type Ticket } from './notification-service.ts'
import { createShownBanner, type ShownBanner } from './shown-banner.ts'

export interface BannerPresenterOptions {
  /** A click, also on a banner of an earlier run where the system tells of it. */
  onOpen(id: string): void
  /** A person waved it away. */
  onDismissed(id: string): void
  /** The system shows no banners. `null`: it did again. */
  onProblem(reason: string | null): void
  log: Log
}

export interface SessionNotificationsOptions extends BannerPresenterOptions {
  /** Where the session bus may be. */
  sockets?: string[]
  answerDeadlineMs?: number
}

/**
 * Linux banners over the session bus, silent: the phone rings already. Electron's own wait for the service in the main
 * process, so that one that hangs holds everything for 25 s, and they cannot be replaced.
 */
export function createSessionNotifications(options: SessionNotificationsOptions): BannerPresenter {
  const { onOpen, onDismissed, onProblem, log } = options
  const { sockets = busSockets(process.env), answerDeadlineMs = 3_000 } = options
  const banners = new Map<string, ShownBanner>()
  const service = createNotificationService({
    sockets,
    onClicked(ticket) {
      const id = idOf(ticket)
      if (id === null) return
      // A clicked banner is let go of by most services, but not by every one.
      banners.get(id)?.close()
      onOpen(id)
    },
    onClosed(ticket, by) {
      const id = idOf(ticket)
      if (id === null) return
      banners.get(id)?.forget()
      if (by === 'person') onDismissed(id)
    },
    onGone() {
      for (const banner of [...banners.values()]) banner.forget()
    },
  })

  function idOf(ticket: Ticket): string | null {
    for (const [id, banner] of banners) if (banner.isKnownAs(ticket)) return id
    return null
  }

  function onAnswer(problem: string | null) {
    if (problem !== null) log.warn('notification.failed', `The desktop showed no banner: ${problem}`)
    onProblem(problem)
  }

  function open(id: string): ShownBanner {
    const onOver = () => void banners.delete(id)
    const banner = createShownBanner({ service, answerDeadlineMs, onAnswer, onOver })
    banners.set(id, banner)
    return banner
  }

  return {
    show(banner) {
      const shown = banners.get(banner.id) ?? open(banner.id)
      shown.show(banner)
    },
    close: (id) => banners.get(id)?.close(),
  }
}
