import { describe, expect, it } from 'vitest'
import { type TrayItem, type TraySituation, trayMenu } from '../../../main/desktop/tray/tray-menu.ts'
import { minuteMs } from '../../../shared/time.ts'
import { healthy, nowMs } from './healthy.ts'

const quiet: TraySituation = { status: healthy, nowMs, headerName: 'x-ringtray-token', recent: [] }

function outline(items: TrayItem[]): unknown[] {
  return items.map((item) => {
    if (item.kind === 'separator') return '-'
    if (item.kind === 'submenu') return [item.text, outline(item.items)]
    if (item.kind === 'line') return `(${item.text})`
    return item.checked ? `✓ ${item.text}` : item.text
  })
}

describe('the tray menu', () => {
  it('holds a state line, the ways in, the set-up, what to copy, do not disturb, a pretend call and quit', () => {
    expect(outline(trayMenu(quiet))).toEqual([
      '(Hearing · last call 3 min ago)',
      '-',
      'Open history',
      'Settings…',
      'Set up and health…',
      ['Copy for MyOperator', ['Copy the webhook URL', 'Copy the header line (secret)']],
      ['Do not disturb', ['✓ Off', 'For 15 minutes', 'For 1 hour', 'Until tomorrow']],
      'Show me a pretend call',
      '-',
      'Quit Ringtray',
    ])
  })

  it('names the last calls and how many to call back between the state and the rest, each of them to be opened', () => {
    const recent = [
      { id: 'b', text: '↙ Asha · missed 11:05' },
      { id: 'a', text: '↗ 98230 45678 · answered 10:00' },
    ]
    const menu = trayMenu({ ...quiet, recent, status: { ...healthy, owed: { mine: 2, all: 7 } } })

    expect(menu.slice(0, 7)).toEqual([
      { kind: 'line', text: 'Hearing · last call 3 min ago' },
      { kind: 'separator' },
      { kind: 'action', text: '↙ Asha · missed 11:05', action: { do: 'open-call', id: 'b' } },
      { kind: 'action', text: '↗ 98230 45678 · answered 10:00', action: { do: 'open-call', id: 'a' } },
      { kind: 'separator' },
      { kind: 'action', text: '2 to call back', action: { do: 'open-missed' } },
      { kind: 'separator' },
    ])
  })

  it('leaves out those whom others are to call back', () => {
    expect(trayMenu({ ...quiet, status: { ...healthy, owed: { mine: 0, all: 7 } } })).toEqual(trayMenu(quiet))
  })

  it('says so where there is no header to copy', () => {
    expect(outline(trayMenu({ ...quiet, headerName: null }))).toContainEqual([
      'Copy for MyOperator',
      ['Copy the webhook URL', '(No header is set in settings.json)'],
    ])
  })

  it('ends “until tomorrow” at midnight', () => {
    const submenu = trayMenu(quiet).find((item) => item.kind === 'submenu' && item.text === 'Do not disturb')
    const last = submenu?.kind === 'submenu' ? submenu.items.at(-1) : undefined
    const minutes =
      last?.kind === 'action' && last.action.do === 'do-not-disturb' ? last.action.minutes : null
    const end = new Date(nowMs + (minutes ?? 0) * minuteMs)
    expect([end.getHours(), end.getMinutes()]).toEqual([0, 0])
  })
})
