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
const asha = '919000010001'
const secondMs = 1_000
const minuteMs = 60 * secondMs

describe('after a time away', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let item: TrayItem
  let card: CardWindow
  let startedMs: number
  const endsMs = 8 * secondMs

  beforeAll(async () => {
    startedMs = Date.now()
    dir = await dataFolder({
      me: [`+${me}`],
      doNotDisturbSince: new Date(startedMs - 30 * minuteMs).toISOString(),
      doNotDisturbUntil: new Date(startedMs + endsMs).toISOString(),
    })
    app = await driveApp(dir)
    url = await doorOf(app)
    item = await desktop.tray.itemOf(app)
    card = await cardWindow(app)
  })

  /** What the system tells of the computer, in its stead. */
  const tell = (event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen') =>
    // Not inside the evaluation, which a banner would interrupt: the system calls from outside, too.
    app.electron.evaluate(({ powerMonitor }, name) => void setImmediate(() => powerMonitor.emit(name)), event)
  const away = () => card.row('While you were away')

  /** Alerts come in the order of the deliveries: what has not been shown before this will not be. */
  async function heard(number: string): Promise<void> {
    const history = await openHistory(app, item)
    await history.row(number).waitFor()
    await history.page.close()
  }

  it('of do not disturb, which ends by itself, tells once what came, and shows what rings at that moment', async () => {
    await item.untilToolTip('Do not disturb until')
    const missed = aCall({ number: '919844100001' })
    const colleagues = aCall({ number: '919844100002', agent: asha })
    const ringing = aCall({ number: '919844100003' })
    for (const log of [missed.rings, missed.ends, colleagues.rings, colleagues.answered, colleagues.ends])
      await curl(url, log)
    await curl(url, ringing.rings)
    await heard('98441 00003')
    expect(desktop.banners.all()).toEqual([])
    expect((await card.state()).isVisible).toBe(false)
    expect(Date.now()).toBeLessThan(startedMs + endsMs)

    await card.shown('98441 00003')

    expect(Date.now()).toBeGreaterThanOrEqual(startedMs + endsMs)
    await away().waitFor()
    expect(await away().innerText()).toMatch(
      /While you were away \d\d:\d\d–\d\d:\d\d[\s:]+3 calls, 2 for you, 1 still to call back/,
    )
    const { body } = await desktop.banners.shown('While you were away')
    expect(body).toBe('3 calls, 2 for you, 1 still to call back')
    await desktop.banners.shown('98441 00003')
    expect(desktop.banners.all()).toHaveLength(2)
    expect(await item.toolTip()).not.toContain('Do not disturb')
    await curl(url, { ...ringing.answered, users: [asha] })
    await curl(url, ringing.ends)
  })

  it('opens the missed calls from the summary, which goes with its banner', async () => {
    const [page] = await Promise.all([app.window(), away().getByRole('button', { name: /Show/ }).click()])

    await expect.poll(() => page.getByRole('radio', { name: 'Missed' }).isChecked()).toBe(true)
    await historyPage(page).row('98441 00001').waitFor()
    await desktop.banners.closed(await desktop.banners.shown('While you were away'))
    await card.gone()
    await page.close()
  })

  it('says nothing where nothing came', async () => {
    await item.press('Do not disturb', 'For 15 minutes')
    await item.untilToolTip('Do not disturb until')
    await item.press('Do not disturb', 'Off')
    const next = aCall({ number: '919844100012' })
    await curl(url, next.rings)
    await card.shown('98441 00012')

    expect(await away().count()).toBe(0)
    await curl(url, { ...next.answered, users: [asha] })
    await card.gone()
  })

  it('of do not disturb that is switched off in the tray, says so at once', async () => {
    await item.press('Do not disturb', 'For 1 hour')
    await item.untilToolTip('Do not disturb until')
    const missed = aCall({ number: '919844100011' })
    await curl(url, missed.rings)
    await curl(url, missed.ends)
    await heard('98441 00011')
    const told = desktop.banners.all().length

    await item.press('Do not disturb', 'Off')

    await away().waitFor()
    expect(await away().innerText()).toMatch(/1 call, 1 for you, 1 still to call back/)
    await desktop.banners.shownTimes('While you were away', 2)
    expect(desktop.banners.all()).toHaveLength(told + 1)
    expect(desktop.banners.of('98441 00011')).toEqual([])
    await away().getByRole('button', { name: 'Dismiss the summary' }).click()
    await card.gone()
  })

  it('asleep, shows the call that still rings at once, and no other', async () => {
    const live = aCall({ number: '919844100021' })
    const over = aCall({ number: '919844100022' })
    await curl(url, live.rings)
    await card.shown('98441 00021')
    const banner = await desktop.banners.shown('98441 00021')

    await tell('suspend')

    await card.gone()
    await desktop.banners.closed(banner)
    await curl(url, over.rings)
    await curl(url, over.ends)
    await tell('resume')

    await card.shown('98441 00021')
    await desktop.banners.shownTimes('98441 00021', 2)
    expect(await card.rows.count()).toBe(1)
    expect(desktop.banners.of('98441 00022')).toEqual([])
    await curl(url, live.answered)
    await card.row('Answered by you').waitFor()
  })

  it('asleep, keeps a call that is talked about on the card', async () => {
    await tell('suspend')
    await tell('resume')

    expect(await card.row('98441 00021').innerText()).toContain('Answered by you')
    expect((await card.state()).isVisible).toBe(true)
    await card
      .row('98441 00021')
      .getByRole('button', { name: /Dismiss/ })
      .click()
    await card.gone()
  })

  it('with the screen locked, shows nothing; unlocked, what rings then', async () => {
    await tell('lock-screen')
    const live = aCall({ number: '919844100031' })
    await curl(url, live.rings)
    await heard('98441 00031')
    expect((await card.state()).isVisible).toBe(false)
    expect(desktop.banners.of('98441 00031')).toEqual([])

    await tell('unlock-screen')

    await card.shown('98441 00031')
    await desktop.banners.shown('98441 00031')
    await curl(url, { ...live.answered, users: [asha] })
    await card.row('98441 00031').waitFor({ state: 'detached' })
  })
})
