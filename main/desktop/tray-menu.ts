import type { Status } from '../../shared/status.ts'
import { minuteMs, toEpochMs } from '../../shared/time.ts'

/** The tray's menu as plain data: what it says, before Electron shows it. */
export type TrayItem =
  | { kind: 'separator' }
  | { kind: 'line'; text: string }
  | { kind: 'action'; text: string; action: TrayAction; checked?: boolean }
  | { kind: 'submenu'; text: string; items: TrayItem[] }

export type TrayAction =
  | { do: 'open-history' }
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
}

export function trayMenu({ status, nowMs, headerName }: TraySituation): TrayItem[] {
  return [
    ...stateLines(status, nowMs).map((text): TrayItem => ({ kind: 'line', text })),
    { kind: 'separator' },
    { kind: 'action', text: 'Open history', action: { do: 'open-history' } },
    { kind: 'action', text: 'Show me a pretend call', action: { do: 'pretend-call' } },
    {
      kind: 'submenu',
      text: 'Set up',
      items: [
        { kind: 'action', text: 'Copy the webhook URL', action: { do: 'copy', what: 'webhookUrl' } },
        headerName === null
          ? { kind: 'line', text: 'No header is set in settings.json' }
          : {
              kind: 'action',
              text: 'Copy the header line (secret)',
              action: { do: 'copy', what: 'headerLine' },
            },
      ],
    },
    doNotDisturbItem(status, nowMs),
    { kind: 'separator' },
    { kind: 'action', text: 'Quit Ringtray', action: { do: 'quit' } },
  ]
}

/** Good news is one line; bad news says what it means. */
export function stateLines(status: Status, nowMs: number): string[] {
  const lines = [listenerLine(status, nowMs)]
  if (status.storage.state === 'failing') lines.push('Calls cannot be kept: the disk cannot be written')
  if (status.problems.length > 0) lines.push('The settings need a look: see the history window')
  if (isSilenced(status, nowMs))
    lines.push(`Do not disturb until ${clock(toEpochMs(status.doNotDisturbUntil ?? ''))}`)
  return lines
}

function listenerLine({ listener, heardAt }: Status, nowMs: number): string {
  switch (listener.state) {
    case 'starting':
      return 'Starting'
    case 'listening':
      return heardAt === null
        ? 'Listening · no call yet'
        : `Listening · last call ${age(nowMs - toEpochMs(heardAt))}`
    case 'shut':
      return 'Shut: no secret is set, so no call is let in'
    case 'failed':
      return listener.reason
  }
}

function doNotDisturbItem(status: Status, nowMs: number): TrayItem {
  const action = (text: string, minutes: number | null, checked = false): TrayItem => ({
    kind: 'action',
    text,
    action: { do: 'do-not-disturb', minutes },
    ...(checked && { checked }),
  })
  const tomorrow = new Date(nowMs)
  tomorrow.setHours(24, 0, 0, 0)
  const untilTomorrow = Math.ceil((tomorrow.getTime() - nowMs) / minuteMs)
  return {
    kind: 'submenu',
    text: 'Do not disturb',
    items: [
      action('Off', null, !isSilenced(status, nowMs)),
      action('For 15 minutes', 15),
      action('For 1 hour', 60),
      action('Until tomorrow', untilTomorrow),
    ],
  }
}

export function isSilenced({ doNotDisturbUntil }: Pick<Status, 'doNotDisturbUntil'>, nowMs: number): boolean {
  return doNotDisturbUntil !== null && nowMs < toEpochMs(doNotDisturbUntil)
}

function age(ageMs: number): string {
  const minutes = Math.floor(ageMs / minuteMs)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`
}

function clock(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
