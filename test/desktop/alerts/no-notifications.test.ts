import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf, startApp } from '../../support/desktop/app.ts'
import { startBareBus } from '../../support/desktop/bare-bus.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { curl } from '../../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'

const me = '918586848544'
const asha = '919000010001'

describe('a system that shows no notifications', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let card: CardWindow

  beforeAll(async () => {
    const bus = await startBareBus()
    dir = await dataFolder({ me: [`+${me}`], showCallsAs: 'notification' })
    app = await driveApp(dir, { env: { DBUS_SESSION_BUS_ADDRESS: bus.address } })
    url = await doorOf(app)
  })

  it('has the card in their place, though notifications were chosen', async () => {
    const call = aCall({ number: '919848100001' })
    await curl(url, call.rings)

    card = await cardWindow(app)
    await card.shown('98481 00001')
    expect(desktop.banners.all()).toEqual([])
    await curl(url, { ...call.answered, users: [asha] })
    await card.gone()
  })

  it('says so in the history and in the settings', async () => {
    const [page] = await Promise.all([app.window(), startApp(dir).exit])

    const { status } = await page.evaluate(() => window.ringtray.request('snapshot'))
    expect(status.notificationProblem).toMatch(/\w/)
    await page
      .getByText(status.notificationProblem ?? '')
      .first()
      .waitFor()
    await page.evaluate(() => window.ringtray.request('openSettings'))
    const settings = await app.settings()
    await settings.getByText(status.notificationProblem ?? '').waitFor()
  })
})
