import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf } from '../../support/desktop/app.ts'
import { callsOf } from '../../support/desktop/calls-command.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { openHistory } from '../../support/desktop/history-page.ts'
import type { TrayItem } from '../../support/desktop/tray-item.ts'
import { deliver, form } from '../../support/provider.ts'

const me = '918586848544'
const asha = '919000010001'
const number = '919841100001'
const minuteMs = 60_000

describe('the fifth call', () => {
  const desktop = useDesktop()
  let app: DrivenApp
  let item: TrayItem
  let card: CardWindow
  let url: string
  let dir: string
  let fifth: ReturnType<typeof aCall>
  let waitingMs: number
  let spokenMs: number

  const send = (log: object) => deliver(url, form(log))
  const clock = (ms: number) =>
    new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

  beforeAll(async () => {
    dir = await dataFolder({ me: [`+${me}`] })
    app = await driveApp(dir)
    url = await doorOf(app)
    item = await desktop.tray.itemOf(app)
    card = await cardWindow(app)
  })

  it('knows the customer by four calls of today: missed, missed, spoken to a colleague, missed', async () => {
    // All of them today, also where the test runs shortly after midnight.
    const now = Date.now()
    const step = Math.min(20 * minuteMs, Math.floor((now - new Date(now).setHours(0, 0, 0, 0)) / 5))
    spokenMs = now - 2 * step
    waitingMs = now - step
    for (const startedMs of [now - 4 * step, now - 3 * step, waitingMs]) {
      const missed = aCall({ number, startedMs })
      await send(missed.rings)
      await send(missed.ends)
    }
    const spoken = aCall({ number, startedMs: spokenMs, agent: asha })
    await send(spoken.rings)
    await send(spoken.answered)
    await send(spoken.ends)

    const history = await openHistory(app, item)
    await history.row('90000 10001').click()
    await history.detail.getByRole('heading', { name: '98411 00001' }).waitFor()
    await history.note.fill('refund')
    await history.row('“refund”').waitFor()
    await item.untilEntry('1 to call back')
    expect(await item.toolTip()).toContain('1 to call back')
    await history.page.close()
  })

  it('tells all that on the card, with a sign and a word for the waiting, and in the banner', async () => {
    fifth = aCall({ number })
    await send(fifth.rings)

    const row = await card.shown('5th call today')
    expect(await row.innerText()).toContain('98411 00001')
    expect(await row.locator('.story-calls').innerText()).toBe(
      `5th call today · 3 missed · waiting since ${clock(waitingMs)}`,
    )
    expect(await row.locator('.story-calls svg').isVisible()).toBe(true)
    expect(await row.locator('.story-last').innerText()).toBe(
      `Last spoke to 90000 10001 ${clock(spokenMs)}: “refund”`,
    )
    const { title, body } = await desktop.banners.shown('5th call today')
    expect(title).toBe('98411 00001')
    expect(body.split('\n')).toEqual([
      'Sales · rings you',
      `5th call today · 3 missed · waiting since ${clock(waitingMs)}`,
      `Last spoke to 90000 10001 ${clock(spokenMs)}: “refund”`,
    ])
  })

  it('clears the debt when it is answered', async () => {
    await send(fifth.answered)

    await card.row('Answered by you').waitFor()
    await item.untilMenu('nobody to call back', (labels) => !labels.some((label) => /call back/.test(label)))
    expect(await item.toolTip()).not.toContain('to call back')

    await card
      .row('Answered by you')
      .getByRole('button', { name: /Dismiss/ })
      .click()
    await send(fifth.ends)
    const sixth = aCall({ number })
    await send(sixth.rings)
    const row = await card.shown('6th call today')
    expect(await row.innerText()).not.toContain('waiting')
    expect(await row.locator('.story-calls svg').count()).toBe(0)
    expect(await callsOf(dir, '--query', '98411 00001')).toHaveLength(6)
  })
})
