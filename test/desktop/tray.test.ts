import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { openHistory } from '../support/desktop/history-page.ts'
import type { MenuEntry, TrayItem } from '../support/desktop/tray-item.ts'
import { proof } from '../support/settings.ts'

describe('the tray', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let item: TrayItem

  beforeAll(async () => {
    dir = await dataFolder()
    app = await driveApp(dir)
    url = await doorOf(app)
    item = await desktop.tray.itemOf(app)
  })

  const clipboard = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())

  it('registers one item that says that the app listens', async () => {
    expect(await item.untilToolTip('Listening')).toBe('Ringtray\nListening · no call yet')
    expect(await item.property('Status')).toBe('Active')
    expect(desktop.tray.countOf(app)).toBe(1)
  })

  it('opens no window by itself', () => {
    expect(app.electron.windows()).toEqual([])
  })

  it('has a menu that begins with the state and ends with the way out', async () => {
    expect((await item.menu()).map(inWords)).toEqual([
      'Listening · no call yet (off)',
      '-',
      'Open history',
      'Show me a pretend call',
      ['Set up', 'Copy the webhook URL', 'Copy the header line (secret)'],
      ['Do not disturb', 'Off (checked)', 'For 15 minutes', 'For 1 hour', 'Until tomorrow'],
      '-',
      'Quit Ringtray',
    ])
  })

  it('copies the webhook URL', async () => {
    await item.press('Set up', 'Copy the webhook URL')

    expect(await clipboard()).toBe(url)
  })

  it('copies the header line in the form of MyOperator’s panel', async () => {
    await item.press('Set up', 'Copy the header line (secret)')

    expect(await clipboard()).toBe(`["${proof[0]}: ${proof[1]}"]`)
  })

  it('shows a pretend call that says so, and that leaves no trace', async () => {
    const history = await openHistory(app, item)

    await item.press('Show me a pretend call')

    const banner = await desktop.banners.shown('Pretend call')
    const number = banner.title.replace('Pretend call: ', '')
    await history.row('Pretend').filter({ hasText: 'ringing' }).waitFor()
    expect(desktop.banners.all()).toEqual([banner])
    expect(number).toMatch(/\d{5}/)

    await desktop.banners.closed(banner)
    await history.row('Pretend').filter({ hasText: 'answered by' }).waitFor()
    expect(await item.toolTip()).toContain('no call yet')
    expect(await callsOf(dir)).toEqual([])
    expect(await callsOf(dir, '--query', number)).toEqual([])
    expect(desktop.banners.all()).toEqual([banner])
  })

  it('says when it has last heard a call', async () => {
    await curl(url, aCall({ number: '919822200001' }).rings)

    expect(await item.untilToolTip('last call')).toBe('Ringtray\nListening · last call just now')
    const [state] = await item.menu()
    expect(state?.label).toBe('Listening · last call just now')
  })
})

function inWords({ label, isEnabled, isSeparator, isChecked, children }: MenuEntry): unknown {
  if (isSeparator) return '-'
  const word = `${label}${isEnabled ? '' : ' (off)'}${isChecked ? ' (checked)' : ''}`
  return children.length === 0 ? word : [word, ...children.map(inWords)]
}
