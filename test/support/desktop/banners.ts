import { type Message, MessageType } from 'dbus-next'
import { callBus, openBus, theBus } from './bus.ts'
import { createNews } from './news.ts'

/** One banner on the screen: a `Notify` on the session bus as the daemon got it, and those that replaced it in place. */
export interface Banner {
  /** What it says now. */
  title: string
  body: string
  /** Known once the daemon has answered. */
  id: number | null
  /** The app took it back, or the daemon has told that it is gone. */
  isClosed: boolean
  clicks: number
  /** What it said before, oldest first. */
  replaced: { title: string; body: string }[]
  /** When it was seen on the bus, on the clock of `performance`. */
  seenMs: number
}

export interface Banners {
  /** In the order in which they came. */
  all(): Banner[]
  /** Those whose title or body holds the text, or did before. */
  of(text: string): Banner[]
  /** Resolves with the first banner, there already or to come, that holds the text. */
  shown(text: string): Promise<Banner>
  /** Resolves once there are so many that hold it. */
  shownTimes(text: string, times: number): Promise<Banner[]>
  closed(banner: Banner): Promise<void>
  /** As a person does who wants to know more; other banners are gone then. */
  click(banner: Banner): Promise<void>
  /** Waves it away; other banners are gone then. */
  dismiss(banner: Banner): Promise<void>
  stop(): void
}

const notifications = 'org.freedesktop.Notifications'

/** Reads what passes over the bus between anybody and the notification daemon. */
export async function watchBanners(): Promise<Banners> {
  const monitor = await openBus()
  const hand = await openBus()
  const news = createNews()
  const banners: (Banner & { call: string })[] = []

  function read(message: Message) {
    if (message.type === MessageType.METHOD_RETURN) {
      const call = `${message.destination}/${message.replySerial}`
      const banner = banners.find((asked) => asked.call === call)
      if (banner !== undefined) banner.id = Number(message.body[0])
    } else if (message.interface === notifications) take(message)
    news.tell()
  }

  function take({ member, body, sender, serial }: Message) {
    if (member === 'Notify') {
      const [, replaces, , title, text] = body
      const shown = replaces !== 0 && banners.find(({ id, isClosed }) => id === replaces && !isClosed)
      if (shown) {
        shown.replaced.push({ title: shown.title, body: shown.body })
        Object.assign(shown, { title, body: text })
      } else {
        const call = `${sender}/${serial}`
        const seenMs = performance.now()
        const state = { id: null, isClosed: false, clicks: 0, replaced: [] }
        banners.push({ title, body: text, ...state, seenMs, call })
      }
      return
    }
    for (const banner of banners.filter(({ id }) => id === body[0])) {
      if (member === 'CloseNotification' || member === 'NotificationClosed') banner.isClosed = true
      if (member === 'ActionInvoked') banner.clicks += 1
    }
  }

  monitor.on('message', read)
  // A monitor answers nobody.
  monitor.addMethodHandler(() => true)
  const rules = [
    `type='method_call',interface='${notifications}'`,
    `type='signal',interface='${notifications}'`,
    `type='method_return',sender='${notifications}'`,
  ]
  const monitoring = { ...theBus, interface: 'org.freedesktop.DBus.Monitoring', member: 'BecomeMonitor' }
  await callBus(monitor, { ...monitoring, signature: 'asu', body: [rules, 0] })

  const daemon = { destination: notifications, path: '/org/freedesktop/Notifications' }
  // On a person's desktop it runs long before the first call.
  await callBus(hand, { ...daemon, interface: notifications, member: 'GetServerInformation' })
  const closeById = ({ id }: Banner) =>
    callBus(hand, {
      ...daemon,
      interface: notifications,
      member: 'CloseNotification',
      signature: 'u',
      body: [id],
    })
  // dunst 1.9 can be told what a person does with the topmost only: the others are taken away first.
  const leaveAlone = async (banner: Banner) => {
    for (const other of banners) if (!other.isClosed && other.id !== banner.id) await closeById(other)
  }
  const byHand = (call: { member: string; signature?: string; body?: unknown[] }) =>
    callBus(hand, { ...daemon, interface: 'org.dunstproject.cmd0', ...call })
  const of = (text: string) =>
    banners.filter(({ replaced, ...now }) =>
      [now, ...replaced].some(({ title, body }) => title.includes(text) || body.includes(text)),
    )
  const answered = (text: string) => of(text).filter(({ id }) => id !== null)
  const instead = () => `Banners: ${JSON.stringify(banners, null, 2)}`
  return {
    all: () => banners,
    of,
    shown: (text) => news.until(`a banner with “${text}”`, () => answered(text)[0], { instead }),
    shownTimes: (text, times) =>
      news.until(
        `${times} banners with “${text}”`,
        () => (answered(text).length >= times ? answered(text) : undefined),
        { instead },
      ),
    async closed(banner) {
      await news.until(`the end of the banner “${banner.title}”`, () => banner.isClosed, { instead })
    },
    async click(banner) {
      const clicks = banner.clicks
      await leaveAlone(banner)
      await byHand({ member: 'NotificationAction', signature: 'u', body: [0] })
      await news.until(`a click on “${banner.title}”`, () => banner.clicks > clicks, { instead })
    },
    async dismiss(banner) {
      await leaveAlone(banner)
      await byHand({ member: 'NotificationCloseLast' })
    },
    stop() {
      monitor.disconnect()
      hand.disconnect()
    },
  }
}
