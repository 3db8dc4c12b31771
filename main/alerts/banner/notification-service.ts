import type { Banner } from '../banner-text.ts'
import { clickAction, notifyCall, service } from './notify-call.ts'
import { type BusAnswer, type BusSignal, openSessionBus, type SessionBus, theBus } from './session-bus.ts'

/** What the running service has given for a banner: its number there. */
export interface Ticket {
  service: string
  number: number
}

export interface NotificationService {
  /** A ticket, or why there is none. Takes as long as the service takes, which may be for ever. */
  notify(banner: Banner, replaced: Ticket | null): Promise<Ticket | { problem: string }>
  close(ticket: Ticket): void
}

export interface NotificationServiceOptions {
  sockets: string[]
  onClicked(ticket: Ticket): void
  onClosed(ticket: Ticket, by: 'person' | 'other'): void
  /** The service or the bus has gone, and with it all tickets. */
  onGone(): void
}

export const noAnswer = 'the notification service does not answer'
const noBus = 'no session bus can be reached'
const noService = 'no notification service runs'
const refused = 'the notification service refused it'

const dismissedByPerson = 2
const rules = [
  `type='signal',sender='${service.destination}',path='${service.path}',interface='${service.interface}'`,
  `type='signal',sender='${theBus.destination}',interface='${theBus.interface}',member='NameOwnerChanged',arg0='${service.destination}'`,
]

/** The desktop's notification service over the session bus. Nothing is opened, nor started, before the first banner. */
export function createNotificationService(options: NotificationServiceOptions): NotificationService {
  const { sockets, onClicked, onClosed, onGone } = options
  let opening: Promise<SessionBus | null> | null = null
  let bus: SessionBus | null = null
  let asking: Promise<BusAnswer> | null = null

  async function open(): Promise<SessionBus | null> {
    if (bus?.isOpen()) return bus
    opening ??= openSessionBus({ sockets, rules, onSignal, onEnd: forget })
    bus = await opening
    // One that was not found, or has gone, is looked for again with the next banner.
    opening = null
    return bus
  }

  function forget() {
    asking = null
    onGone()
  }

  function onSignal({ sender, member, body: [subject, detail] }: BusSignal) {
    const ticket = { service: sender, number: Number(subject) }
    if (member === 'NameOwnerChanged') forget()
    if (member === 'ActionInvoked' && detail === clickAction) onClicked(ticket)
    if (member === 'NotificationClosed') onClosed(ticket, detail === dismissedByPerson ? 'person' : 'other')
  }

  async function capabilities(of: SessionBus): Promise<BusAnswer> {
    asking ??= of.call({ ...service, member: 'GetCapabilities' })
    const asked = asking
    const answer = await asked
    if (answer.kind !== 'reply' && asking === asked) asking = null
    return answer
  }

  return {
    async notify(banner, replaced) {
      const opened = await open()
      if (opened === null) return { problem: noBus }
      const able = await capabilities(opened)
      if (able.kind !== 'reply') return { problem: problemOf(able) }
      const known = Array.isArray(able.body[0]) ? able.body[0].map(String) : []
      const answer = await opened.call(
        notifyCall(banner, { replaces: replaced?.number ?? 0, capabilities: known }),
      )
      if (answer.kind !== 'reply') return { problem: problemOf(answer) }
      return { service: answer.sender, number: Number(answer.body[0]) }
    },
    close({ number }) {
      bus?.send({ ...service, member: 'CloseNotification', signature: 'u', body: [number] })
    },
  }
}

function problemOf(answer: Exclude<BusAnswer, { kind: 'reply' }>): string {
  if (answer.kind === 'lost') return noBus
  const name = answer.name.replace('org.freedesktop.DBus.Error.', '')
  if (name === 'ServiceUnknown' || name === 'NameHasNoOwner' || name.startsWith('Spawn.')) return noService
  // It ended while it was asked, or takes too long to start.
  return name === 'NoReply' || name === 'TimedOut' || name === 'Timeout' ? noAnswer : refused
}
