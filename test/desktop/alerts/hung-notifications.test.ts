import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf, startApp } from '../../support/desktop/app.ts'
import { startBareBus } from '../../support/desktop/bare-bus.ts'
import { cardWindow } from '../../support/desktop/card-window.ts'
import { curl } from '../../support/desktop/curl.ts'
import { dataFolder } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { type NotificationDaemon, startNotificationDaemon } from '../../support/notification-daemon.ts'

const me = '918586848544'
const answerDeadlineMs = 1_000
const quitDeadlineMs = 2_000

describe('a notification service that takes everything and answers nothing', () => {
  let dir: string
  let daemon: NotificationDaemon
  let app: DrivenApp
  let url: string

  beforeAll(async () => {
    const bus = await startBareBus()
    daemon = await startNotificationDaemon(bus.address, { isHung: true })
    dir = await dataFolder({ me: [`+${me}`], showCallsAs: 'notification' })
    app = await driveApp(dir, { env: { DBUS_SESSION_BUS_ADDRESS: bus.address } })
    url = await doorOf(app)
    return () => daemon.stop()
  })

  it('keeps no delivery waiting', async () => {
    const calls = Array.from({ length: 20 }, (_, at) => aCall({ number: String(919849100000 + at) }))
    const tookMs: number[] = []
    for (const { rings } of calls) {
      const sentMs = performance.now()
      expect(await curl(url, rings)).toBe(204)
      tookMs.push(performance.now() - sentMs)
    }

    expect(Math.max(...tookMs)).toBeLessThan(answerDeadlineMs)
    expect(await daemon.call(calls.length)).toMatchObject({ app: 'Ringtray', replaces: 0 })
  })

  it('has the card in the place of its banners, though notifications were chosen', async () => {
    const card = await cardWindow(app)
    await card.shown('98491 00019')
  })

  it('is named in the history as why there are no notifications', async () => {
    const [page] = await Promise.all([app.window(), startApp(dir).exit])

    await page
      .getByText('The system shows no notifications: the notification service does not answer.')
      .waitFor()
  })

  it('does not keep the app from its end', async () => {
    await curl(url, aCall({ number: '919849100099' }).rings)
    await daemon.call(21)
    const askedMs = performance.now()

    expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null })

    expect(performance.now() - askedMs).toBeLessThan(quitDeadlineMs)
  })
})
