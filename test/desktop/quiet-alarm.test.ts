import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hourMs, toInstant } from '../../shared/time.ts'
import { passOn, standIns } from '../flow/hearing/stand-ins.ts'
import { aCall } from '../support/desktop/a-call.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { freePort } from '../support/desktop/free-port.ts'
import { type HistoryPage, openHistory } from '../support/desktop/history-page.ts'
import type { TrayItem } from '../support/desktop/tray-item.ts'
import { deliveriesIn } from '../support/printed.ts'
import { deliver, form } from '../support/provider.ts'
import { proof } from '../support/settings.ts'

const title = 'No calls are arriving'
const refusedSentence =
  /No call has reached Ringtray since \d\d:\d\d; the last 3 deliveries came with a wrong secret/

/** What is missed at night is no reproach otherwise. */
const roundTheClock = { days: [0, 1, 2, 3, 4, 5, 6], from: '00:00', to: '00:00' }

describe('the quiet alarm', () => {
  const desktop = useDesktop()
  const network = standIns()
  let dir: string
  let url: string
  let app: DrivenApp
  let item: TrayItem
  let history: HistoryPage
  const listenedMs = Date.now() - hourMs

  beforeAll(async () => {
    const port = await freePort()
    url = `http://127.0.0.1:${await network.listen(passOn(port))}/webhook`
    dir = await dataFolder({ port, tunnel: { kind: 'own-url', url }, shift: roundTheClock })
    await start()
  })
  afterAll(() => network.end())

  async function start(): Promise<void> {
    app = await driveApp(dir)
    item = await desktop.tray.itemOf(app)
    history = await openHistory(app, item)
  }

  const send = (log: object) => deliver(url, form(log))
  const refuse = () => deliver(url, form(aCall({ number: '919854100000' }).rings), { [proof[0]]: 'mistyped' })
  const trouble = () => history.page.getByRole('region', { name: 'No call has reached Ringtray' })
  const button = (name: string) => trouble().getByRole('button', { name })

  it('is one banner past do-not-disturb after three refused deliveries in a row', async () => {
    const call = aCall({ number: '919854100001', startedMs: Date.now() - 2 * hourMs })
    expect(await send(call.rings)).toBe(204)
    expect(await send(call.ends)).toBe(204)
    await item.untilToolTip('Hearing')
    await item.press('Do not disturb', 'For 15 minutes')
    await item.untilToolTip('Do not disturb until')

    expect([await refuse(), await refuse()]).toEqual([401, 401])
    expect(await trouble().count()).toBe(0)
    expect(await refuse()).toBe(401)

    const banner = await desktop.banners.shown(title)
    expect(banner.body).toMatch(refusedSentence)
    await item.untilToolTip('Quiet')
    await refuse()
    await item.press('Do not disturb', 'Off')
    await item.untilMenu(
      'no silence',
      (labels) => !labels.some((label) => /^Do not disturb until/.test(label)),
    )
    expect(desktop.banners.of(title)).toHaveLength(1)
  })

  it('stands above the history with its causes, a button each, until a real webhook', async () => {
    await trouble().waitFor()
    expect(await trouble().innerText()).toMatch(/the last \d deliveries came with a wrong secret/)
    const causes = trouble().getByRole('list', { name: 'Likely causes' }).getByRole('listitem')
    expect(await causes.allInnerTexts()).toEqual([
      expect.stringMatching(/^Deliveries arrived with a wrong secret[\s\S]*Copy the secret again/),
      expect.stringMatching(/^The webhook may be switched off[\s\S]*Where to look$/),
    ])
    await button('Copy the secret again').click()
    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(proof[1])

    expect(await send(aCall({ number: '919854100002', startedMs: Date.now() - 2 * hourMs }).ends)).toBe(204)

    await trouble().waitFor({ state: 'detached' })
    await item.untilToolTip('Hearing')
  })

  it('stands again after a restart without another banner, and a holiday silences it', async () => {
    await app.end('SIGTERM')
    const last = (await deliveriesIn(dir)).find(({ verdict }) => verdict === 'accepted')
    // What an outage of the last hours has left: the app has told of it, and did not run in its last hour.
    changeHeard({
      alertedForMs: Date.parse(last?.receivedAt ?? ''),
      listenedAt: toInstant(listenedMs),
    })
    await start()
    await trouble().waitFor()
    await item.untilToolTip('Quiet')

    await button('It is a holiday').click()

    await trouble().waitFor({ state: 'detached' })
    await item.untilToolTip('Hearing')
    expect(desktop.banners.of(title)).toHaveLength(1)
  })

  it('leaves the time in which nobody listened as a line between the calls', async () => {
    expect(await send(aCall({ number: '919854100003' }).rings)).toBe(204)
    const next = history.row('98541 00003')
    await next.waitFor()

    const spot = history.page.getByText('not listening: Ringtray was not running; calls may be missing')

    await spot.waitFor()
    expect(await spot.innerText()).toContain(clockAt(listenedMs))
    const tops = await Promise.all(
      [next, spot, history.row('98541 00001')].map(async (place) => (await place.boundingBox())?.y ?? 0),
    )
    expect(tops).toEqual([...tops].sort((one, other) => one - other))
  })

  function changeHeard(values: object): void {
    const path = join(dir, 'heard.json')
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...values }))
  }
})

describe('a way in that cannot be opened', () => {
  const desktop = useDesktop()

  it('is not reachable in tray and window, which say what it lacks', async () => {
    const app = await driveApp(await dataFolder({ tunnel: { kind: 'ngrok' } }))
    const item = await desktop.tray.itemOf(app)

    await item.untilToolTip('Not reachable')
    await item.untilToolTip('authtoken')
    const { page } = await openHistory(app, item)
    await page.getByText('Not reachable').first().waitFor()
    await page.getByText('ngrok needs your authtoken').last().waitFor()
    const [setUp] = await Promise.all([
      app.setUp(),
      page.getByRole('button', { name: 'Set up…' }).first().click(),
    ])
    await setUp
      .getByText(/authtoken/)
      .first()
      .waitFor()
  })
})

/** `HH:MM` of this machine's clock. */
function clockAt(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
