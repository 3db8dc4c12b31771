import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { historyPage, openHistory } from '../support/desktop/history-page.ts'
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
    expect(await item.untilToolTip('listening')).toBe(
      'Ringtray\nOff: listening on this computer only · no call yet',
    )
    expect(await item.property('Status')).toBe('Active')
    expect(desktop.tray.countOf(app)).toBe(1)
  })

  it('opens no window by itself', () => {
    expect(app.electron.windows()).toEqual([])
  })

  it('has a menu that begins with the state and ends with the way out', async () => {
    expect((await item.menu()).map(inWords)).toEqual([
      'Off: listening on this computer only · no call yet (off)',
      '-',
      'Open history',
      'Settings…',
      'Set up and health…',
      ['Copy for MyOperator', 'Copy the webhook URL', 'Copy the header line (secret)'],
      ['Do not disturb', 'Off (checked)', 'For 15 minutes', 'For 1 hour', 'Until tomorrow'],
      'Show me a pretend call',
      '-',
      'Quit Ringtray',
    ])
  })

  it('copies the webhook URL', async () => {
    await item.press('Copy for MyOperator', 'Copy the webhook URL')

    expect(await clipboard()).toBe(url)
  })

  it('copies the header line in the form of MyOperator’s panel', async () => {
    await item.press('Copy for MyOperator', 'Copy the header line (secret)')

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

  it('says when it has last heard a call, by another picture too', async () => {
    const quiet = await item.icon()
    await curl(url, aCall({ number: '919822200001' }).rings)

    expect(await item.untilToolTip('last call')).toBe(
      'Ringtray\nOff: listening on this computer only · last call just now',
    )
    const [state] = await item.menu()
    expect(state?.label).toBe('Off: listening on this computer only · last call just now')
    await item.untilIcon('calls that are heard', (icon) => icon !== quiet)
  })

  it('has another picture while do not disturb is on', async () => {
    const hearing = await item.icon()
    await item.press('Do not disturb', 'For 1 hour')
    await item.untilIcon('do not disturb', (icon) => icon !== hearing)

    await item.press('Do not disturb', 'Off')
    await item.untilIcon('calls that are heard', (icon) => icon === hearing)
  })

  it('leaves its menu alone while nothing in it changes', async () => {
    const { rings: ring } = aCall({ number: '919822200005' })
    const page = await app.window()
    await curl(url, ring)
    await item.untilEntry('98222 00005')
    const revision = await item.menuRevision()
    // The tray is told just before the windows are.
    const told = page.evaluate(
      () => new Promise<void>((resolve) => window.ringtray.on('statusChanged', () => resolve())),
    )
    await curl(url, ring)
    await told

    expect(await item.menuRevision()).toBe(revision)
  })

  it('names the last calls, with all that is in a name, and opens the one that is chosen', async () => {
    const shop = 'Rao & Sons_Pune'
    const changes = { clid: shop, clid_raw: shop }
    await curl(url, aCall({ number: '919822200002', changes }).rings)
    await curl(url, aCall({ number: '919822200003' }).rings)

    const { label } = await item.untilEntry(shop)
    expect(label).toMatch(/^● Rao & Sons_Pune · ringing \d\d:\d\d$/)
    await item.untilEntry('98222 00003')
    await item.press(label)

    const page = historyPage(await app.window())
    await page.detail.getByRole('heading', { name: shop }).waitFor()
  })

  it('counts whom to call back, by another picture and on the dock too, and shows the missed calls', async () => {
    const before = await item.icon()
    await app.electron.evaluate(({ app: desktopApp }) => {
      const counts: number[] = []
      Object.assign(globalThis, { badgeCounts: counts })
      desktopApp.setBadgeCount = (count = 0) => counts.push(count) > 0
    })
    const call = aCall({ number: '919822200004' })
    await curl(url, call.rings)
    await curl(url, call.ends)

    expect(await item.untilToolTip('to call back')).toContain('\n1 to call back')
    await item.untilIcon('one to call back', (icon) => icon !== before)
    expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'badgeCounts'))).toEqual([1])

    await item.press('1 to call back')
    const { page } = historyPage(await app.window())
    await expect.poll(() => page.getByRole('radio', { name: 'Missed' }).isChecked()).toBe(true)
  })
})

function inWords({ label, isEnabled, isSeparator, isChecked, children }: MenuEntry): unknown {
  if (isSeparator) return '-'
  const word = `${label}${isEnabled ? '' : ' (off)'}${isChecked ? ' (checked)' : ''}`
  return children.length === 0 ? word : [word, ...children.map(inWords)]
}
