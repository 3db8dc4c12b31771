import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import { stateLines, type TrayAction, type TrayItem, type TraySituation, trayMenu } from './tray-menu.ts'

export interface RingtrayTray {
  update(situation: TraySituation): void
  destroy(): void
}

export interface TrayOptions {
  iconPath: string
  onAction(action: TrayAction): void
}

export function createTray({ iconPath, onAction }: TrayOptions): RingtrayTray {
  const icon = nativeImage.createFromPath(iconPath)
  // macOS draws a template image in the menu bar's own colour.
  if (process.platform === 'darwin') icon.setTemplateImage(true)
  const tray = new Tray(icon)
  tray.on('click', () => onAction({ do: 'open-history' }))
  let shown = ''

  return {
    update(situation) {
      const items = trayMenu(situation)
      const lines = stateLines(situation.status, situation.nowMs)
      // A new menu closes the one that is open under the pointer: only where something changed.
      const next = JSON.stringify([items.map(withoutMinutes), lines])
      if (next === shown) return
      shown = next
      tray.setToolTip(['Ringtray', ...lines].join('\n'))
      tray.setContextMenu(Menu.buildFromTemplate(items.map((item) => toTemplate(item, onAction))))
    },
    destroy: () => tray.destroy(),
  }
}

function toTemplate(item: TrayItem, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' }
    case 'line':
      return { label: item.text, enabled: false }
    case 'submenu':
      return { label: item.text, submenu: item.items.map((inner) => toTemplate(inner, onAction)) }
    case 'action':
      return {
        label: item.text,
        ...(item.checked && { type: 'checkbox', checked: true }),
        click: () => onAction(item.action),
      }
  }
}

/** “Until tomorrow” is another number of minutes every minute: no reason for a new menu. */
function withoutMinutes(item: TrayItem): unknown {
  if (item.kind !== 'submenu') return item
  return item.items.map((inner) => (inner.kind === 'action' ? [inner.text, inner.checked] : inner))
}
