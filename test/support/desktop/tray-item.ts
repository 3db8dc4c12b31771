import { createHash } from 'node:crypto'
import { DBusError, type MessageBus, Variant } from 'dbus-next'
import { callBus } from './bus.ts'
import type { News } from './news.ts'

/** An entry of the tray's menu, as the desktop would draw it. */
export interface MenuEntry {
  id: number
  label: string
  isEnabled: boolean
  isSeparator: boolean
  isChecked: boolean
  children: MenuEntry[]
}

/** One program's item in the tray, read and used over the bus like a desktop does. */
export interface TrayItem {
  owner: string
  property(name: string): Promise<unknown>
  toolTip(): Promise<string>
  /** Resolves with the first tooltip that holds the text. */
  untilToolTip(text: string): Promise<string>
  /** A text that stands for the picture: the same picture is the same text. */
  icon(): Promise<string>
  /** Resolves with the first picture that is right. */
  untilIcon(waitedFor: string, isRight: (icon: string) => boolean): Promise<string>
  menu(): Promise<MenuEntry[]>
  /** Another one whenever the menu was made anew. */
  menuRevision(): Promise<number>
  /** Resolves with the first entry whose label holds the text. */
  untilEntry(text: string): Promise<MenuEntry>
  /** Resolves with the first menu whose labels are right. */
  untilMenu(waitedFor: string, isRight: (labels: string[]) => boolean): Promise<string[]>
  /** Chooses an entry, by the words from the top of the menu down to it. */
  press(...path: string[]): Promise<void>
}

type Layout = [id: number, properties: Record<string, Variant>, children: Variant<Layout>[]]

export function openTrayItem({ bus, news, owner }: { bus: MessageBus; news: News; owner: string }): TrayItem {
  const item = { destination: owner, path: '/StatusNotifierItem' }

  async function property(name: string): Promise<unknown> {
    const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' }
    const [value] = await callBus(bus, { ...item, ...get, body: ['org.kde.StatusNotifierItem', name] })
    return (value as Variant).value
  }

  async function toolTip(): Promise<string> {
    const [, , title, description] = (await property('ToolTip')) as [string, unknown, string, string]
    return [title, description].filter(Boolean).join('\n')
  }

  async function icon(): Promise<string> {
    const pictures = (await property('IconPixmap')) as [number, number, Buffer][]
    const hash = createHash('sha256')
    for (const [width, height, pixels] of pictures) hash.update(`${width}×${height}`).update(pixels)
    return hash.digest('hex')
  }

  async function callMenu(member: string, signature: string, body: unknown[]): Promise<unknown[]> {
    const path = (await property('Menu')) as string
    return callBus(bus, {
      destination: owner,
      path,
      interface: 'com.canonical.dbusmenu',
      member,
      signature,
      body,
    })
  }

  async function menu(): Promise<MenuEntry[]> {
    const [, layout] = await callMenu('GetLayout', 'iias', [0, -1, []])
    return toEntry(layout as Layout).children
  }

  return {
    owner,
    property,
    toolTip,
    untilToolTip(text) {
      let newest = ''
      const read = async () => {
        newest = await toolTip()
        return newest.includes(text) ? newest : undefined
      }
      return news.untilRead(`the tray to say “${text}”`, read, { instead: () => `It says: ${newest}` })
    },
    icon,
    untilIcon(waitedFor, isRight) {
      const read = async () => {
        const newest = await icon()
        return isRight(newest) ? newest : undefined
      }
      return news.untilRead(`in the tray the picture of ${waitedFor}`, read)
    },
    menu,
    async menuRevision() {
      const [revision] = await callMenu('GetLayout', 'iias', [0, 0, []])
      return Number(revision)
    },
    untilEntry(text) {
      const read = async () => (await menu()).find(({ label }) => label.includes(text))
      return news.untilRead(`“${text}” in the tray’s menu`, read)
    },
    untilMenu(waitedFor, isRight) {
      const read = async () => {
        const labels = (await menu()).map(({ label }) => label)
        return isRight(labels) ? labels : undefined
      }
      return news.untilRead(`in the tray’s menu ${waitedFor}`, read)
    },
    async press(...path) {
      // An item stands in the tray a moment before its menu does, and a menu may be another one by the time it is used.
      await news.untilRead(`“${path.join(' › ')}” in the tray’s menu`, async () => {
        const entry = entryAt(await menu(), path)
        return entry === undefined ? undefined : click(entry)
      })
    },
  }

  async function click({ id }: MenuEntry): Promise<true | undefined> {
    try {
      await callMenu('Event', 'isvu', [id, 'clicked', new Variant('i', 0), 0])
      return true
    } catch (error) {
      if (error instanceof DBusError && error.text === 'error occurred in Event') return undefined
      throw error
    }
  }
}

function entryAt(entries: MenuEntry[], [label, ...rest]: string[]): MenuEntry | undefined {
  const entry = entries.find((one) => one.label === label)
  return entry === undefined || rest.length === 0 ? entry : entryAt(entry.children, rest)
}

function toEntry([id, properties, children]: Layout): MenuEntry {
  const value = <T>(name: string, otherwise: T): T => properties[name]?.value ?? otherwise
  return {
    id,
    // An underscore marks the letter of a shortcut; two are one that is meant.
    label: value<string>('label', '').replace(/_(.)/g, '$1'),
    isEnabled: value('enabled', true),
    isSeparator: value<string>('type', '') === 'separator',
    isChecked: value<number>('toggle-state', 0) === 1,
    children: children.map((child) => toEntry(child.value)),
  }
}
