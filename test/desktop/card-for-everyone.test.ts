import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ACall, aCall } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { violationsIn } from '../support/desktop/axe.ts'
import { type CardWindow, cardWindow } from '../support/desktop/card-window.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { inTheme } from '../support/desktop/theme.ts'
import { deliver, form } from '../support/provider.ts'

const me = '918586848544'
const asha = '919000010001'
const minuteMs = 60_000
const usualWidth = 372

describe('the caller card, for everyone', () => {
  useDesktop()
  let app: DrivenApp
  let url: string
  let card: CardWindow

  beforeAll(async () => {
    app = await driveApp(await dataFolder({ me: [`+${me}`] }))
    url = await doorOf(app)
    card = await cardWindow(app)
    const missed = aCall({ number: '919851100001', startedMs: Date.now() - 30 * minuteMs })
    await send(missed.rings)
    await send(missed.ends)
  })

  /** What a screen reader was told last. */
  const said = () => card.page.locator('main > output').textContent()
  const send = (log: object) => deliver(url, form(log))

  /** A call of a customer who waits to be called back. */
  async function ring(number = '919851100001'): Promise<ACall> {
    const call = aCall({ number })
    await send(call.rings)
    return call
  }

  async function take(call: ACall): Promise<void> {
    await send({ ...call.answered, users: [asha] })
    await send(call.ends)
    await card.gone()
  }

  it('names its rows and buttons, and says aloud what has changed', async () => {
    const call = await ring()
    const row = await card.shown('98511 00001')

    expect(await said()).toBe('Ringing: 98511 00001, Sales, waits to be called back')
    expect(await row.getByRole('heading').innerText()).toBe('98511 00001')
    const names = await row
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent),
      )
    expect(names).toEqual([
      'WhatsApp to 98511 00001',
      'Copy the number of 98511 00001',
      'Note on the call of 98511 00001',
      'More for 98511 00001',
      'Dismiss 98511 00001',
    ])
    for (const name of names)
      expect(await card.page.getByRole('button', { name: name ?? '' }).count()).toBe(1)

    await send({ ...call.answered, users: [asha] })
    await expect.poll(said).toBe('Answered by 90000 10001: 98511 00001, Sales')
    await card.gone()
  })

  it.for(['light', 'dark'] as const)('gives axe nothing to complain of in %s', async (theme) => {
    await inTheme(app, card.page, theme)
    const call = await ring()
    const row = await card.shown('98511 00001')
    await row.getByRole('button', { name: /More/ }).click()
    await row.getByRole('button', { name: 'Open in history' }).waitFor()
    await settled(row)
    expect(await violationsIn(card.page)).toEqual([])

    const other = await ring('919851100002')
    await card.shown('98511 00002')
    await send(call.answered)
    await card.row('98511 00001').getByRole('textbox', { name: /Note/ }).waitFor()
    await settled(card.rows.first())
    expect(await violationsIn(card.page)).toEqual([])

    await card
      .row('98511 00001')
      .getByRole('button', { name: /Dismiss/ })
      .click()
    await take(other)
  })

  it('shows everything at 200 %, in a window twice as wide', async () => {
    const window = await app.electron.browserWindow(card.page)
    await window.evaluate(({ webContents }) => webContents.setZoomFactor(2))
    const call = await ring()
    const row = await card.shown('98511 00001')
    await row.getByRole('button', { name: /More/ }).click()
    await row.getByRole('button', { name: 'Ignore this number' }).waitFor()

    await expect
      .poll(() => card.page.evaluate(() => document.documentElement.scrollHeight - innerHeight))
      .toBeLessThanOrEqual(1)
    expect((await card.state()).bounds.width).toBe(2 * usualWidth)
    expect(await card.page.evaluate(() => [devicePixelRatio, innerWidth])).toEqual([2, usualWidth])
    expect(await card.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      usualWidth,
    )
    await window.evaluate(({ webContents }) => webContents.setZoomFactor(1))
    await expect.poll(async () => (await card.state()).bounds.width).toBe(usualWidth)
    await take(call)
  })

  it('moves nothing where less motion is wished', async () => {
    const motion = (row: Locator) => row.evaluate((shown) => getComputedStyle(shown).animationName)
    await card.page.emulateMedia({ reducedMotion: 'no-preference' })
    const call = await ring()
    expect(await motion(await card.shown('98511 00001'))).toBe('come-in')
    await card.page.emulateMedia({ reducedMotion: 'reduce' })

    expect(await motion(await card.shown('98511 00001'))).toBe('none')
    await take(call)
  })
})

/** Colours are what they are when nothing fades any more. */
async function settled(row: Locator): Promise<void> {
  await row.evaluate((shown) =>
    Promise.all(shown.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  )
}
