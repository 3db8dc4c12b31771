import { isSilenced, type Status } from '../../../shared/status.ts'
import { minuteMs } from '../../../shared/time.ts'
import type { TrayCall } from './recent-calls.ts'
import { owedLine, stateLines } from './state-lines.ts'

/** The tray's menu as plain data: what it says, before Electron shows it. */
export type TrayItem =
  | { kind: 'separator' }
  | { kind: 'line'; text: string }
  | { kind: 'action'; text: string; action: TrayAction; checked?: boolean }
  | { kind: 'submenu'; text: string; items: TrayItem[] }

export type TrayAction =
  | { do: 'open-history' }
  | { do: 'open-call'; id: string }
  | { do: 'open-missed' }
  | { do: 'open-settings' }
  /** The set-up, which later is the page of its health. */
  | { do: 'open-setup' }
  | { do: 'pretend-call' }
  | { do: 'copy'; what: 'webhookUrl' | 'headerLine' }
  /** For so many minutes; null ends it. */
  | { do: 'do-not-disturb'; minutes: number | null }
  | { do: 'quit' }

export interface TraySituation {
  status: Status
  nowMs: number
  /** Null where only Basic or query proofs are configured. */
  headerName: string | null
  /** Newest first. */
  recent: TrayCall[]
}

export function trayMenu({ status, nowMs, headerName, recent }: TraySituation): TrayItem[] {
  const owed = owedLine(status)
  return [
    ...stateLines(status, nowMs).map((text): TrayItem => ({ kind: 'line', text })),
    ...part(recent.map(({ id, text }) => action(text, { do: 'open-call', id }))),
    ...part(owed === null ? [] : [action(owed, { do: 'open-missed' })]),
    { kind: 'separator' },
    action('Open history', { do: 'open-history' }),
    action('Settings…', { do: 'open-settings' }),
    action('Set up and health…', { do: 'open-setup' }),
    copyItem(headerName),
    doNotDisturbItem(status, nowMs),
    action('Show me a pretend call', { do: 'pretend-call' }),
    { kind: 'separator' },
    action('Quit Ringtray', { do: 'quit' }),
  ]
}

function part(items: TrayItem[]): TrayItem[] {
  return items.length === 0 ? [] : [{ kind: 'separator' }, ...items]
}

function action(text: string, of: TrayAction, checked = false): TrayItem {
  return { kind: 'action', text, action: of, ...(checked && { checked }) }
}

function copyItem(headerName: string | null): TrayItem {
  return {
    kind: 'submenu',
    text: 'Copy for MyOperator',
    items: [
      action('Copy the webhook URL', { do: 'copy', what: 'webhookUrl' }),
      headerName === null
        ? { kind: 'line', text: 'No header is set in settings.json' }
        : action('Copy the header line (secret)', { do: 'copy', what: 'headerLine' }),
    ],
  }
}

function doNotDisturbItem(status: Status, nowMs: number): TrayItem {
  const silence = (text: string, minutes: number | null, checked = false) =>
    action(text, { do: 'do-not-disturb', minutes }, checked)
  const tomorrow = new Date(nowMs)
  tomorrow.setHours(24, 0, 0, 0)
  const untilTomorrow = Math.ceil((tomorrow.getTime() - nowMs) / minuteMs)
  return {
    kind: 'submenu',
    text: 'Do not disturb',
    items: [
      silence('Off', null, !isSilenced(status, nowMs)),
      silence('For 15 minutes', 15),
      silence('For 1 hour', 60),
      silence('Until tomorrow', untilTomorrow),
    ],
  }
}
