import { Menu, type MenuItemConstructorOptions, Tray } from 'electron'
import { owedLine, stateLines } from './tray/state-lines.ts'
import { createTrayImages, type TrayIconPaths } from './tray/tray-images.ts'
import { type TrayAction, type TrayItem, type TraySituation, trayMenu } from './tray/tray-menu.ts'
import { type TrayState, trayState } from './tray/tray-state.ts'

export interface RingtrayTray {
  update(situation: TraySituation): void
  destroy(): void
}

export interface TrayOptions {
  iconPaths: TrayIconPaths
  onAction(action: TrayAction): void
}

export function createTray({ iconPaths, onAction }: TrayOptions): RingtrayTray {
  const imageOf = createTrayImages(iconPaths)
  const starting: TrayState = { hearing: 'off', doNotDisturb: false, count: 0 }
  const tray = new Tray(imageOf(starting))
  tray.on('click', () => onAction({ do: 'open-history' }))
  let shownState = JSON.stringify(starting)
  let shownWords = ''

  function showState(state: TrayState) {
    const next = JSON.stringify(state)
    if (next === shownState) return
    shownState = next
    tray.setImage(imageOf(state))
  }

  function showWords(items: TrayItem[], lines: string[]) {
    // A new menu closes the one that is open under the pointer: only where something changed.
    const next = JSON.stringify([items.map(withoutMinutes), lines])
    if (next === shownWords) return
    shownWords = next
    tray.setToolTip(['Ringtray', ...lines].join('\n'))
    tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => toTemplate(item, onAction))))
  }

  return {
    update(situation) {
      // At the end of the app news are still on their way: an error there would open a box that keeps it running.
      if (tray.isDestroyed()) return
      const { status, nowMs } = situation
      showState(trayState(status, nowMs))
      const lines = [...stateLines(status, nowMs), owedLine(status)].filter((line) => line !== null)
      showWords(trayMenu(situation), lines)
    },
    destroy: () => tray.destroy(),
  }
}

function toTemplate(item: TrayItem, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  if (item.kind === 'separator') return { type: 'separator' }
  const label = toMenuLabel(item.text)
  switch (item.kind) {
    case 'line':
      return { label, enabled: false }
    case 'submenu':
      return { label, submenu: item.items.map((inner) => toTemplate(inner, onAction)) }
    case 'action':
      return {
        label,
        ...(item.checked && { type: 'checkbox', checked: true }),
        click: () => onAction(item.action),
      }
  }
}

/** One ampersand would mark the letter of a shortcut and be gone (electron#9584). */
function toMenuLabel(text: string): string {
  return text.replaceAll('&', '&&')
}

/** “Until tomorrow” is another number of minutes every minute: no reason for a new menu. */
function withoutMinutes(item: TrayItem): unknown {
  if (item.kind !== 'submenu') return item
  return item.items.map((inner) => (inner.kind === 'action' ? [inner.text, inner.checked] : inner))
}
