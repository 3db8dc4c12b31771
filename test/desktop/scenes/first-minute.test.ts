import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { callsOf } from '../../support/desktop/calls-command.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { openHistory } from '../../support/desktop/history-page.ts'
import type { TrayItem } from '../../support/desktop/tray-item.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const soonMs = 2_000

describe('a pretend call in the first minute', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let item: TrayItem
  let card: CardWindow

  beforeAll(async () => {
    // Nothing is set: not even a folder is there.
    dir = join(tempFolder(), 'data')
    app = await driveApp(dir)
    item = await desktop.tray.itemOf(app)
    card = await cardWindow(app)
  })

  it('shows within two seconds one card and one banner, and both say that it is pretended', async () => {
    const pressedMs = Date.now()
    await item.press('Show me a pretend call')

    const [row, banner] = await Promise.all([
      card.shown('Pretend call'),
      desktop.banners.shown('Pretend call'),
    ])

    expect(Date.now() - pressedMs).toBeLessThan(soonMs)
    expect(await row.innerText()).toMatch(/Ringing/)
    // Whose calls are shown is asked of real ones.
    expect(await row.getByText('Is this your call?').count()).toBe(0)
    expect(await card.rows.count()).toBe(1)
    expect(banner.title).toMatch(/^Pretend call: /)
  })

  it('is answered, is gone by itself, and ends', async () => {
    await card.row('Answered by').waitFor()
    await desktop.banners.closed(await desktop.banners.shown('Pretend call'))
    await card.gone()

    const history = await openHistory(app, item)
    await history
      .row('Pretend')
      .filter({ hasText: /\d seconds/ })
      .waitFor()
    expect(await history.rows.count()).toBe(1)
    expect(desktop.banners.all()).toHaveLength(1)
    expect((await card.state()).isVisible).toBe(false)
  })

  it('is in no list and in no count', async () => {
    expect(await callsOf(dir)).toEqual([])
    const page = await app.window()
    const { status } = await page.evaluate(() => window.ringtray.request('snapshot'))
    expect(status).toMatchObject({ heardAt: null, notUnderstood: 0, owed: { mine: 0, all: 0 } })
    expect(await item.toolTip()).toContain('no call yet')
    expect(
      (await item.menu()).map(({ label }) => label).filter((label) => /call back|●|↙/.test(label)),
    ).toEqual([])
  })
})
