import { Message, type MessageBus, type Variant } from 'dbus-next'
import { callBus, openBus, theBus } from './desktop/bus.ts'
import { createNews } from './desktop/news.ts'

/** A `Notify` as the stand-in got it. */
export interface Asked {
  /** What it was given, or will be once it is answered. */
  number: number
  replaces: number
  app: string
  title: string
  body: string
  actions: string[]
  hints: Record<string, unknown>
  timeoutMs: number
}

/** A stand-in for a notification service, since no real one can be told to hang. It speaks the real protocol. */
export interface NotificationDaemon {
  asked: Asked[]
  closed: number[]
  /** Resolves with the call of that place, counted from 1. */
  call(nth: number): Promise<Asked>
  /** Resolves once so many have been taken back. */
  taken(times: number): Promise<number[]>
  /** Answers all that wait, and from now on everything at once. */
  recover(): void
  click(number: number): void
  close(number: number, reason: number): void
  stop(): void
}

export interface NotificationDaemonOptions {
  capabilities?: string[]
  /** Takes every `Notify` and answers none. */
  isHung?: boolean
}

const name = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'

export async function startNotificationDaemon(
  address: string,
  { capabilities = ['actions', 'body', 'body-markup'], isHung = false }: NotificationDaemonOptions = {},
): Promise<NotificationDaemon> {
  const bus = await openBus(address)
  const news = createNews()
  const asked: Asked[] = []
  const closed: number[] = []
  const waiting: (() => void)[] = []
  let hangs = isHung
  let numbers = 0

  function signal(member: string, signature: string, body: unknown[]) {
    bus.send(Message.newSignal(path, name, member, signature, body))
  }

  function close(number: number, reason: number) {
    closed.push(number)
    signal('NotificationClosed', 'uu', [number, reason])
  }

  function notify(message: Message) {
    const [app, replaces, , title, body, actions, hints, timeoutMs] = message.body
    const number = replaces === 0 ? ++numbers : replaces
    const values = Object.entries<Variant>(hints).map(([hint, { value }]) => [hint, value])
    asked.push({
      ...{ number, replaces, app, title, body, actions, timeoutMs },
      hints: Object.fromEntries(values),
    })
    const answer = () => bus.send(Message.newMethodReturn(message, 'u', [number]))
    if (hangs) waiting.push(answer)
    else answer()
  }

  bus.addMethodHandler((message: Message) => {
    if (message.interface !== name) return false
    if (message.member === 'GetCapabilities') bus.send(Message.newMethodReturn(message, 'as', [capabilities]))
    if (message.member === 'Notify') notify(message)
    if (message.member === 'CloseNotification') close(message.body[0], 3)
    news.tell()
    return true
  })
  await own(bus)
  return {
    asked,
    closed,
    call: (nth) => news.until(`call ${nth} of Notify`, () => asked[nth - 1]),
    taken: (times) => news.until(`${times} closed`, () => closed.length >= times && closed),
    recover() {
      hangs = false
      for (const answer of waiting.splice(0)) answer()
    },
    click: (number) => signal('ActionInvoked', 'us', [number, 'default']),
    close,
    stop: () => bus.disconnect(),
  }
}

async function own(bus: MessageBus): Promise<void> {
  const doNotQueue = 4
  await callBus(bus, {
    ...theBus,
    interface: theBus.destination,
    member: 'RequestName',
    signature: 'su',
    body: [name, doNotQueue],
  })
}
