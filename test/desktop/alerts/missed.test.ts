import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf } from '../../support/desktop/app.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { curl } from '../../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { historyPage, openHistory } from '../../support/desktop/history-page.ts'
import type { TrayItem } from '../../support/desktop/tray-item.ts'

const me = '918586848544'

describe('a missed call', () => {
  const desktop = useDesktop()
  let app: DrivenApp
  let url: string
  let item: TrayItem
  let card: CardWindow

  beforeAll(async () => {
    app = await driveApp(await dataFolder({ me: [`+${me}`] }))
    url = await doorOf(app)
    item = await desktop.tray.itemOf(app)
    card = await cardWindow(app)
  })

  async function miss(...numbers: string[]): Promise<void> {
    const calls = numbers.map((number) => aCall({ number }))
    for (const call of calls) await curl(url, call.rings)
    for (const call of calls) await curl(url, call.ends)
  }

  /** A minute on the card, or a time away: then it stands in the row of all that were missed. */
  async function fold(): Promise<void> {
    await item.press('Do not disturb', 'For 15 minutes')
    await card.gone()
    await item.press('Do not disturb', 'Off')
  }

  it('stands on the card and in a banner once no answer came late, and leaves both when it is looked at', async () => {
    await miss('919845100001')

    await card.row('Missed').waitFor()
    const banner = await desktop.banners.shown('Missed: 98451 00001')
    const history = await openHistory(app, item)
    await history.open('98451 00001')

    await desktop.banners.closed(banner)
    await card.gone()
    await history.page.close()
  })

  it('is one row with the others after a while, which stands until all were looked at', async () => {
    await miss('919845100002', '919845100003')
    await card.row('Missed').filter({ hasText: '98451 00002' }).waitFor()
    await card.row('Missed').filter({ hasText: '98451 00003' }).waitFor()

    await fold()

    await card.row('2 missed · oldest').waitFor()
    expect(await card.rows.count()).toBe(1)
    const [page] = await Promise.all([
      app.window(),
      card.row('2 missed').getByRole('button', { name: 'Show the missed calls' }).click(),
    ])
    await expect.poll(() => page.getByRole('radio', { name: 'Missed' }).isChecked()).toBe(true)
    const history = historyPage(page)
    await history.open('98451 00003')
    await card.row('1 missed').waitFor()
    await history.open('98451 00002')
    await card.gone()
  })
})
