import { describe, expect, it } from 'vitest'
import { stateLines, type TrayItem, trayMenu } from '../../main/desktop/tray-menu.ts'
import type { Status } from '../../shared/status.ts'
import { minuteMs, toInstant } from '../../shared/time.ts'

const nowMs = Date.parse('2026-11-23T06:28:09Z')
const url = 'http://127.0.0.1:7464/webhook'
const ago = (minutes: number) => toInstant(nowMs - minutes * minuteMs)

const healthy: Status = {
  listener: { state: 'listening', url },
  storage: { state: 'ok' },
  heardAt: ago(3),
  refused: { count: 0, lastAt: null },
  problems: [],
  notUnderstood: 0,
  ready: true,
  doNotDisturbUntil: null,
}

function outline(items: TrayItem[]): unknown[] {
  return items.map((item) => {
    if (item.kind === 'separator') return '-'
    if (item.kind === 'submenu') return [item.text, outline(item.items)]
    if (item.kind === 'line') return `(${item.text})`
    return item.checked ? `✓ ${item.text}` : item.text
  })
}

describe('the tray menu', () => {
  it('holds a state line, the history, a pretend call, the set-up, do not disturb and quit', () => {
    expect(outline(trayMenu({ status: healthy, nowMs, headerName: 'x-ringtray-token' }))).toEqual([
      '(Listening · last call 3 min ago)',
      '-',
      'Open history',
      'Show me a pretend call',
      ['Set up', ['Copy the webhook URL', 'Copy the header line (secret)']],
      ['Do not disturb', ['✓ Off', 'For 15 minutes', 'For 1 hour', 'Until tomorrow']],
      '-',
      'Quit Ringtray',
    ])
  })

  it('says so where there is no header to copy', () => {
    const setUp = trayMenu({ status: healthy, nowMs, headerName: null })[4]
    expect(outline(setUp ? [setUp] : [])).toEqual([
      ['Set up', ['Copy the webhook URL', '(No header is set in settings.json)']],
    ])
  })

  it.each<[string, Partial<Status>, string[]]>([
    ['starting', { listener: { state: 'starting' } }, ['Starting']],
    ['nothing heard yet', { heardAt: null }, ['Listening · no call yet']],
    ['heard just now', { heardAt: ago(0.5) }, ['Listening · last call just now']],
    ['heard hours ago', { heardAt: ago(150) }, ['Listening · last call 2 h ago']],
    ['heard days ago', { heardAt: ago(60 * 50) }, ['Listening · last call 2 d ago']],
    ['no proof', { listener: { state: 'shut', url } }, ['Shut: no secret is set, so no call is let in']],
    [
      'no port',
      { listener: { state: 'failed', reason: 'Port 7464 is used by x.' } },
      ['Port 7464 is used by x.'],
    ],
    [
      'a full disk',
      { storage: { state: 'failing', since: ago(1), reason: 'ENOSPC' } },
      ['Listening · last call 3 min ago', 'Calls cannot be kept: the disk cannot be written'],
    ],
    [
      'settings that are not valid',
      { problems: ['settings.json: port must be a number.'] },
      ['Listening · last call 3 min ago', 'The settings need a look: see the history window'],
    ],
    [
      'do not disturb',
      { doNotDisturbUntil: '2026-11-23T07:00:00.000Z' },
      [
        'Listening · last call 3 min ago',
        expect.stringMatching(/^Do not disturb until \d\d:\d\d$/) as string,
      ],
    ],
    ['do not disturb that is over', { doNotDisturbUntil: ago(1) }, ['Listening · last call 3 min ago']],
  ])('says what %s means', (_name, change, lines) => {
    expect(stateLines({ ...healthy, ...change }, nowMs)).toEqual(lines)
  })

  it('ends “until tomorrow” at midnight', () => {
    const menu = trayMenu({ status: healthy, nowMs, headerName: null })
    const submenu = menu.find((item) => item.kind === 'submenu' && item.text === 'Do not disturb')
    const last = submenu?.kind === 'submenu' ? submenu.items.at(-1) : undefined
    const minutes =
      last?.kind === 'action' && last.action.do === 'do-not-disturb' ? last.action.minutes : null
    const end = new Date(nowMs + (minutes ?? 0) * minuteMs)
    expect([end.getHours(), end.getMinutes()]).toEqual([0, 0])
  })
})
