import { Message, type MessageBus, MessageType, Variant } from 'dbus-next'
import { callBus, openBus, theBus } from './bus.ts'
import { createNews } from './news.ts'
import { openTrayItem, type TrayItem } from './tray-item.ts'

/** Where a desktop has its tray: programs register their items here. */
export interface Tray {
  /** Resolves with a process's item once it has registered one. */
  itemOf(app: { pid: number }): Promise<TrayItem>
  countOf(app: { pid: number }): number
  stop(): void
}

const watcher = 'org.kde.StatusNotifierWatcher'
const properties: Record<string, Variant> = {
  IsStatusNotifierHostRegistered: new Variant('b', true),
  ProtocolVersion: new Variant('i', 0),
  RegisteredStatusNotifierItems: new Variant('as', []),
}

/** Stands in for a desktop's tray. It must be there before the app starts. */
export async function openTray(): Promise<Tray> {
  const bus = await openBus()
  const news = createNews()
  const items: { pid: number; owner: string }[] = []

  async function register(owner: string): Promise<void> {
    const ask = { ...theBus, interface: theBus.destination, member: 'GetConnectionUnixProcessID' }
    const [pid] = await callBus(bus, { ...ask, signature: 's', body: [owner] })
    items.push({ pid: Number(pid), owner })
    news.tell()
  }

  bus.addMethodHandler((message: Message) => {
    if (message.interface !== watcher && message.body[0] !== watcher) return false
    bus.send(answer(message))
    if (message.member === 'RegisterStatusNotifierItem') void register(message.sender)
    return true
  })
  bus.on('message', (message) => message.type === MessageType.SIGNAL && news.tell())
  await listenTo(bus, "type='signal',interface='org.kde.StatusNotifierItem'")
  await listenTo(bus, "type='signal',interface='com.canonical.dbusmenu'")
  await bus.requestName(watcher, 0)

  return {
    async itemOf({ pid }) {
      const { owner } = await news.until('an item in the tray', () => items.find((item) => item.pid === pid))
      return openTrayItem({ bus, news, owner })
    },
    countOf: ({ pid }) => items.filter((item) => item.pid === pid).length,
    stop: () => bus.disconnect(),
  }
}

async function listenTo(bus: MessageBus, rule: string): Promise<void> {
  await callBus(bus, {
    ...theBus,
    interface: theBus.destination,
    member: 'AddMatch',
    signature: 's',
    body: [rule],
  })
}

function answer(message: Message): Message {
  switch (message.member) {
    case 'Get':
      return Message.newMethodReturn(message, 'v', [properties[message.body[1]]])
    case 'GetAll':
      return Message.newMethodReturn(message, 'a{sv}', [properties])
    default:
      return Message.newMethodReturn(message, '', [])
  }
}
