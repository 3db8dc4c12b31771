import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf, root } from '../support/desktop/app.ts'
import { violationsIn } from '../support/desktop/axe.ts'
import { type CardWindow, cardWindow } from '../support/desktop/card-window.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { openHistory } from '../support/desktop/history-page.ts'
import { inTheme } from '../support/desktop/theme.ts'
import type { TrayItem } from '../support/desktop/tray-item.ts'
import { tempFolder } from '../support/temp-folder.ts'

const me = '918586848544'
const asha = '919000010001'
const minuteMs = 60_000

describe('the settings window', () => {
  const desktop = useDesktop()
  const configDir = tempFolder()
  let dir: string
  let app: DrivenApp
  let item: TrayItem
  let url: string
  let card: CardWindow
  let page: Page

  beforeAll(async () => {
    dir = await dataFolder({ me: [`+${me}`] })
    app = await driveApp(dir, { env: { XDG_CONFIG_HOME: configDir } })
    url = await doorOf(app)
    item = await desktop.tray.itemOf(app)
    card = await cardWindow(app)
    ;[page] = await Promise.all([app.settings(), item.press('Settings…')])
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
  })

  const saved = async () => JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8'))
  const autostartFile = () =>
    readFile(join(configDir, 'autostart', 'ringtray.desktop'), 'utf8').catch(() => null)
  const section = (name: string) => page.getByRole('region', { name })

  async function ring(number: string): Promise<ReturnType<typeof aCall>> {
    const call = aCall({ number })
    await curl(url, call.rings)
    return call
  }

  async function take(call: ReturnType<typeof aCall>): Promise<void> {
    await curl(url, { ...call.answered, users: [asha] })
    await curl(url, call.ends)
  }

  it('shows calls as a notification, a card, or both, from the next call on', async () => {
    const showAs = async (name: RegExp, choice: string) => {
      await section('Show calls as').getByRole('radio', { name }).check()
      await expect.poll(async () => (await saved()).showCallsAs).toBe(choice)
    }
    await showAs(/^Notification/, 'notification')
    const first = await ring('919849100001')
    await desktop.banners.shown('98491 00001')
    expect(await card.rows.count()).toBe(0)
    expect((await card.state()).isVisible).toBe(false)
    await take(first)

    await showAs(/^Card A/, 'card')
    const second = await ring('919849100002')
    await card.shown('98491 00002')
    await take(second)
    await card.gone()

    await showAs(/^Card and notification/, 'card and notification')
    const third = await ring('919849100003')
    await card.shown('98491 00003')
    await desktop.banners.shown('98491 00003')
    expect(desktop.banners.of('98491 00002')).toEqual([])
    await take(third)
    await card.gone()
  })

  it('shows a number again that was ignored', async () => {
    await ring('919849100011')
    const row = await card.shown('98491 00011')
    await row.getByRole('button', { name: /More/ }).click()
    await row.getByRole('button', { name: 'Ignore this number' }).click()
    await card.gone()
    await section('Ignored numbers').getByText('98491 00011').waitFor()

    await section('Ignored numbers').getByRole('button', { name: 'Show again: calls of 98491 00011' }).click()

    await section('Ignored numbers').getByText('98491 00011').waitFor({ state: 'detached' })
    expect((await saved()).ignored).toEqual([])
    const again = await ring('919849100011')
    await card.shown('98491 00011')
    await take(again)
    await card.gone()
  })

  it('shows calls in the shift only, and says in the detail of others why not', async () => {
    const shift = section('Shift hours')
    const hoursFromNow = async (from: number, to: number) => {
      await shift.getByLabel('From').fill(clock(from))
      await shift.getByLabel('To').fill(clock(to))
      await shift.getByLabel('To').blur()
      await expect.poll(async () => (await saved()).shift).toMatchObject({ from: clock(from), to: clock(to) })
    }
    await shift.getByRole('checkbox', { name: 'Show calls in my shift only' }).check()
    for (const day of await shift.getByRole('group').getByRole('checkbox').all()) await day.check()
    await expect.poll(async () => (await saved()).shift?.days.length).toBe(7)

    await hoursFromNow(60, 120)
    await ring('919849100021')
    const history = await openHistory(app, item)
    const detail = await history.open('98491 00021')
    await detail.getByText('Not shown: it was outside your shift hours.').waitFor()

    await hoursFromNow(-60, 60)
    const inShift = await ring('919849100022')
    await card.shown('98491 00022')
    expect(await card.row('98491 00021').count()).toBe(0)
    expect(desktop.banners.of('98491 00021')).toEqual([])
    await take(inShift)
    await shift.getByRole('checkbox', { name: 'Show calls in my shift only' }).uncheck()
    await expect.poll(async () => (await saved()).shift).toBe(null)
  })

  it('does not disturb for a while, and ends it', async () => {
    await section('Do not disturb').getByRole('button', { name: 'For 15 minutes' }).click()
    await item.untilToolTip('Do not disturb until')

    await section('Do not disturb').getByRole('button', { name: 'End it now' }).click()

    await item.untilMenu(
      'calls that are shown',
      (labels) => !labels.some((label) => /^Do not disturb until/.test(label)),
    )
    expect((await saved()).doNotDisturbUntil).toBe(null)
  })

  it('takes a number of mine, and refuses what is none', async () => {
    const whose = section('Whose calls are shown')
    const field = whose.getByLabel('Another number or id of mine')
    await field.fill('+91 1')
    await whose.getByRole('button', { name: 'Add' }).click()
    await whose.getByText(/is not a phone number/).waitFor()
    expect((await saved()).me).toEqual([`+${me}`])

    await field.fill('098230 11111')
    await whose.getByRole('button', { name: 'Add' }).click()

    await whose.getByText('98230 11111').waitFor()
    expect((await saved()).me).toEqual([`+${me}`, '+919823011111'])
    const call = aCall({ number: '919849100031', agent: '919823011111' })
    await curl(url, call.rings)
    await card.shown('98491 00031')
    await take(call)
  })

  it('starts Ringtray with the computer, on this folder, and leaves that again', async () => {
    const box = section('Start with the computer').getByRole('checkbox')
    expect(await box.isChecked()).toBe(false)
    await box.check()

    await expect.poll(autostartFile).toContain(`${root.replace(/\/$/, '')} --data ${dir}`)

    await box.uncheck()
    await expect.poll(autostartFile).toBe(null)
  })

  it.for(['light', 'dark'] as const)('gives axe nothing to complain of in %s', async (theme) => {
    await inTheme(app, page, theme)

    expect(await violationsIn(page)).toEqual([])
  })
})

/** `HH:MM`, so many minutes from now. */
function clock(minutes: number): string {
  return new Date(Date.now() + minutes * minuteMs).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  })
}
