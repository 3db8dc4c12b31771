import type { Banner } from '../banner-text.ts'
import { type NotificationService, noAnswer, type Ticket } from './notification-service.ts'

/** One banner on the screen, from the first time it is shown until it is over. */
export interface ShownBanner {
  show(banner: Banner): void
  close(): void
  isKnownAs(ticket: Ticket): boolean
  /** The service has taken it off the screen. */
  forget(): void
}

export interface ShownBannerOptions {
  service: NotificationService
  answerDeadlineMs: number
  /** Why the service shows it not, or `null`: it has answered. */
  onAnswer(problem: string | null): void
  onOver(): void
}

/**
 * Asks one thing at a time and waits for nothing: with each answer it follows what is wanted by then. So a banner is
 * replaced and never doubled, and one that is over before the service has told its number is closed all the same.
 */
export function createShownBanner(options: ShownBannerOptions): ShownBanner {
  const { service, answerDeadlineMs, onAnswer, onOver } = options
  let wanted: Banner | null = null
  let asked: Banner | null = null
  let isWaiting = false
  let ticket: Ticket | null = null
  let isOver = false

  function follow() {
    if (isWaiting) return
    if (wanted === null) end()
    else if (wanted !== asked) ask(wanted)
  }

  function end() {
    if (ticket !== null) service.close(ticket)
    ticket = null
    isOver = true
    onOver()
  }

  function ask(banner: Banner) {
    asked = banner
    isWaiting = true
    const deadline = setTimeout(() => {
      onAnswer(noAnswer)
      settle(banner)
    }, answerDeadlineMs)
    deadline.unref()
    void service.notify(banner, ticket).then((answer) => {
      clearTimeout(deadline)
      if ('problem' in answer) onAnswer(answer.problem)
      else {
        onAnswer(null)
        keep(banner, answer)
      }
      settle(banner)
    })
  }

  /** After the deadline it may have been asked for again, or be over. */
  function keep(banner: Banner, given: Ticket) {
    if (!isOver && asked === banner) ticket = given
    else if (given.number !== ticket?.number) service.close(given)
  }

  function settle(banner: Banner) {
    if (asked !== banner || !isWaiting) return
    isWaiting = false
    follow()
  }

  return {
    show(banner) {
      wanted = banner
      follow()
    },
    close() {
      wanted = null
      follow()
    },
    isKnownAs: ({ service, number }) => ticket?.service === service && ticket.number === number,
    forget() {
      ticket = null
      if (!isWaiting) end()
    },
  }
}
