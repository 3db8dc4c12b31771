import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { afterCallLog } from '../support/desktop/after-call-log.ts'
import { doorOf } from '../support/desktop/app.ts'
import { violationsIn } from '../support/desktop/axe.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { type HistoryPage, openHistory } from '../support/desktop/history-page.ts'
import { inTheme } from '../support/desktop/theme.ts'
import { deliver, form } from '../support/provider.ts'
import { proof } from '../support/settings.ts'

const minuteMs = 60_000
const oldCalls = 300

describe('the history window', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let history: HistoryPage

  beforeAll(async () => {
    dir = await dataFolder()
    await start()
  })

  async function start(): Promise<void> {
    app = await driveApp(dir)
    url = await doorOf(app)
    history = await openHistory(app, await desktop.tray.itemOf(app))
  }

  const send = (log: object) => deliver(url, form(log))
  const clipboard = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())

  const search = (text: string) => history.search.fill(text)
  const filter = (word: string) =>
    history.page.getByRole('group', { name: 'Which calls' }).getByText(word, { exact: true }).click()

  describe('without a call', () => {
    it.for(['light', 'dark'] as const)('gives axe nothing to complain of in %s', async (theme) => {
      await inTheme(app, history.page, theme)

      expect(await violationsIn(history.page)).toEqual([])
    })

    it('tells what to paste into MyOperator’s panel, and copies it', async () => {
      await history.page.getByRole('heading', { name: 'No calls yet' }).waitFor()
      const words = await history.page.getByRole('main').innerText()
      expect(words).toContain(url)
      expect(words).toContain(`["${proof[0]}: ••••••••"]`)

      await history.page.getByRole('button', { name: 'Copy the webhook URL' }).click()
      await history.page.getByText('Copied').first().waitFor()
      expect(await clipboard()).toBe(url)
      await history.page.getByRole('button', { name: 'Copy the header line' }).click()
      await expect.poll(clipboard).toBe(`["${proof[0]}: ${proof[1]}"]`)
    })

    it('plays a pretend call at the press of a button', async () => {
      await history.page.getByRole('button', { name: 'pretend call' }).click()

      const banner = await desktop.banners.shown('Pretend call')
      await history.row('Pretend').waitFor()
      expect(await callsOf(dir)).toEqual([])
      await desktop.banners.closed(banner)
    })
  })

  describe('with a few hundred calls', () => {
    beforeEach(() => search(''))

    beforeAll(async () => {
      const now = Date.now()
      for (let at = 0; at < oldCalls; at += 20) {
        const some = Array.from({ length: 20 }, (_, more) => at + more)
        const sent = some.map((index) =>
          send(
            aCall({ number: String(919855500000 + index), startedMs: now - (index + 15) * minuteMs }).ends,
          ),
        )
        expect(new Set(await Promise.all(sent))).toEqual(new Set([204]))
      }
      const named = { uid: 'n9.1.1', number: '9876543210', name: 'मीरा Iyer', startedMs: now - 12 * minuteMs }
      await send(afterCallLog(named))
      await history.row('मीरा Iyer').waitFor()
    })

    it('draws only the rows that can be seen', async () => {
      await expect.poll(() => history.rows.first().getAttribute('aria-setsize')).toBe(String(oldCalls + 2))
      expect(await history.rows.count()).toBeLessThan(60)

      await history.rows.first().click()
      await history.page.keyboard.press('End')

      await history.row('98555 00299').waitFor()
      expect(await history.rows.count()).toBeLessThan(60)
      await history.page.keyboard.press('Home')
      await history.row('मीरा Iyer').waitFor()
    })

    it.for([
      ['a fragment of the number', '98765 432'],
      ['the whole number as it is dialled abroad', '+91 98765-43210'],
      ['the number with a trunk 0', '098765 43210'],
      ['its last digits', '43210'],
      ['the name in any case', 'iyer'],
      ['the name in its own script', 'मीरा'],
      ['two words in any order', 'IYER मीरा'],
    ] as const)('finds a call by %s', async ([, query]) => {
      await search(query)

      await expect.poll(() => history.rows.count()).toBe(1)
      expect(await history.rows.innerText()).toContain('मीरा Iyer')
    })

    it('says what it has looked for where nothing is found, and leads back', async () => {
      await search('nobody by this name')

      await history.page.getByRole('heading', { name: 'No call matches “nobody by this name”' }).waitFor()
      await history.page.getByRole('button', { name: 'Clear the search' }).click()
      await history.row('मीरा Iyer').waitFor()
      expect(await history.search.inputValue()).toBe('')
    })

    it('can be used by the keyboard alone, from the search to the note and back', async () => {
      const { keyboard } = history.page
      const focused = () =>
        history.page.evaluate(
          () => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName,
        )
      const selected = () => history.page.getByRole('option', { selected: true })

      await keyboard.press('Control+k')
      expect(await history.search.evaluate((box) => box === document.activeElement)).toBe(true)
      await keyboard.type('98555 0000')
      await expect.poll(() => history.rows.count()).toBe(10)
      await keyboard.press('ArrowDown')
      await expect.poll(focused).toBe('listbox')
      await selected().filter({ hasText: '98555 00000' }).waitFor()
      await keyboard.press('ArrowDown')
      await keyboard.press('ArrowDown')
      await selected().filter({ hasText: '98555 00002' }).waitFor()

      await keyboard.press('Enter')
      await expect.poll(focused).toBe('TEXTAREA')
      await history.detail.getByRole('heading', { name: '98555 00002' }).waitFor()
      await keyboard.type('wants her refund')
      await keyboard.press('Escape')
      await expect.poll(focused).toBe('listbox')
      await history.row('“wants her refund”').filter({ hasText: '98555 00002' }).waitFor()

      await keyboard.press('Escape')
      await expect.poll(() => history.search.inputValue()).toBe('')
      await keyboard.press('Control+c')
      await expect.poll(clipboard).toBe('9855500002')
    })

    it('keeps a note through a kill, and finds its call by it', async () => {
      await search('98555 00007')
      await history.open('98555 00007')
      await history.note.fill('गाड़ी की चाबी')
      await history.row('“गाड़ी की चाबी”').waitFor()

      await app.end('SIGKILL')
      await start()

      await search('चाबी')
      await expect.poll(() => history.rows.count()).toBe(1)
      await history.open('98555 00007')
      expect(await history.note.inputValue()).toBe('गाड़ी की चाबी')
      await search('refund')
      await history.row('98555 00002').waitFor()
    })

    it('shows what happens to a call while it stands open, and leaves the chosen one alone', async () => {
      await history.open('मीरा Iyer')
      const call = aCall({ number: '919855599999' })

      await send(call.rings)
      await history.row('98555 99999').filter({ hasText: 'ringing' }).waitFor()
      expect(await history.rows.first().innerText()).toContain('98555 99999')
      await send(call.answered)
      await history.row('98555 99999').filter({ hasText: 'answered by' }).waitFor()
      await send(call.ends)
      await history.row('98555 99999').filter({ hasNotText: 'ringing' }).waitFor()

      expect(await history.page.getByRole('option', { selected: true }).innerText()).toContain('मीरा Iyer')
      expect(await history.detail.getByRole('heading').innerText()).toBe('मीरा Iyer')
    })

    it('marks a missed call as seen once it was looked at', async () => {
      await filter('Missed')
      await search('98555 00011')
      const row = history.row('98555 00011')
      await row.filter({ hasText: 'not seen yet' }).waitFor()

      await history.open('98555 00011')

      await row.filter({ hasNotText: 'not seen yet' }).waitFor()
      await filter('All')
    })

    it.for(['light', 'dark'] as const)('gives axe nothing to complain of in %s', async (theme) => {
      await inTheme(app, history.page, theme)
      await history.open('मीरा Iyer')

      expect(await violationsIn(history.page)).toEqual([])
    })

    it('has other colours in the dark', async () => {
      const background = () => history.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      await inTheme(app, history.page, 'light')
      const light = await background()
      await inTheme(app, history.page, 'dark')

      expect(await background()).not.toBe(light)
    })

    it('shows the list or the call where there is room for one', async () => {
      const window = await app.electron.browserWindow(history.page)
      await window.evaluate((shown) => shown.setContentSize(320, 600))
      await history.page.waitForFunction(() => innerWidth <= 320)
      await history.page.getByRole('button', { name: 'All calls' }).click()

      await history.open('मीरा Iyer')
      expect(await history.rows.first().isVisible()).toBe(false)
      expect(await history.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(await violationsIn(history.page)).toEqual([])

      await history.page.getByRole('button', { name: 'All calls' }).click()
      await history.row('मीरा Iyer').waitFor()
      expect(await history.detail.isVisible()).toBe(false)
      expect(await violationsIn(history.page)).toEqual([])
    })
  })
})
