import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { type HistoryPage, historyPage, openHistory } from '../support/desktop/history-page.ts'

const runFile = promisify(execFile)
const lateAnswerMs = 5_000

describe('the first webhook', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let history: HistoryPage

  beforeAll(async () => {
    dir = await dataFolder()
    app = await driveApp(dir)
    url = await doorOf(app)
    history = await openHistory(app, await desktop.tray.itemOf(app))
  })

  async function paste(): Promise<string> {
    const { stdout } = await runFile('sh', ['-c', await app.line('curl ')])
    return stdout
  }

  it('answers the line that the app prints, and says who calls, on which line, whom it rings', async () => {
    await history.page.evaluate(() => Object.assign(window, { isSamePage: true }))

    expect(await paste()).toBe('204\n')

    const banner = await desktop.banners.shown('98230 45678')
    expect(banner).toMatchObject({ title: '98230 45678', body: 'Sales · rings 85868 48544' })
    expect(desktop.banners.all()).toHaveLength(1)
  })

  it('puts the call into the open window without loading it anew', async () => {
    const row = history.row('98230 45678')
    await row.waitFor()

    expect(await row.innerText()).toMatch(/ringing[\s\S]*Sales · rings 85868 48544/)
    expect(await history.page.evaluate(() => 'isSamePage' in window)).toBe(true)
  })

  it('opens the detail of the call in the open window when its banner is clicked', async () => {
    expect(await history.detail.getByRole('heading').count()).toBe(0)

    await desktop.banners.click(await desktop.banners.shown('98230 45678'))

    await history.detail.getByRole('heading', { name: '98230 45678' }).waitFor()
    expect(await history.detail.innerText()).toContain('Shown to you when it rang.')
    expect(await history.row('98230 45678').getAttribute('aria-selected')).toBe('true')
  })

  it('takes the banner away when the call is answered', async () => {
    const call = aCall({ number: '919823000001' })
    expect(await curl(url, call.rings)).toBe(204)
    const banner = await desktop.banners.shown('98230 00001')
    expect(banner.isClosed).toBe(false)

    expect(await curl(url, call.answered)).toBe(204)

    await desktop.banners.closed(banner)
    await history.row('98230 00001').filter({ hasText: 'answered by 85868 48544' }).waitFor()
    expect(desktop.banners.of('98230 00001')).toHaveLength(1)
  })

  it('takes a banner away that was clicked, at the latest when its call is answered', async () => {
    const call = aCall({ number: '919823000004' })
    await curl(url, call.rings)
    const banner = await desktop.banners.shown('98230 00004')
    await desktop.banners.click(banner)
    await history.detail.getByRole('heading', { name: '98230 00004' }).waitFor()

    await curl(url, call.answered)

    await history.row('98230 00004').filter({ hasText: 'answered by' }).waitFor()
    await desktop.banners.closed(banner)
  })

  it('opens the history at the call when its banner is clicked while no window is open', async () => {
    const call = aCall({ number: '919823000005' })
    await curl(url, call.rings)
    const banner = await desktop.banners.shown('98230 00005')
    await history.page.close()

    const [page] = await Promise.all([app.window(), desktop.banners.click(banner)])

    history = historyPage(page)
    await history.detail.getByRole('heading', { name: '98230 00005' }).waitFor()
    expect(app.opened()).toEqual(['history'])
  })

  it('waits for a late answer, then tells once that a call was missed', async () => {
    const call = aCall({ number: '919823000002' })
    await curl(url, call.rings)
    const ringing = await desktop.banners.shown('98230 00002')
    const endedMs = Date.now()

    await curl(url, call.ends)
    const missed = await desktop.banners.shown('Missed: 98230 00002')

    expect(Date.now() - endedMs).toBeGreaterThanOrEqual(lateAnswerMs)
    expect(missed.body).toMatch(/^Sales · rang 85868 48544\nwaiting since \d\d:\d\d$/)
    await desktop.banners.closed(ringing)

    await curl(url, call.ends)
    const next = aCall({ number: '919823000003' })
    await curl(url, next.rings)
    await desktop.banners.shown('98230 00003')
    expect(desktop.banners.of('98230 00002')).toEqual([ringing, missed])
    expect(missed.isClosed).toBe(false)
  })

  it('makes two calls of a line that is pasted twice', async () => {
    const before = await callsOf(dir, '--query', '98230 45678')

    expect(await paste()).toBe('204\n')
    expect(await paste()).toBe('204\n')

    const calls = await callsOf(dir, '--query', '98230 45678')
    expect(before).toHaveLength(1)
    expect(new Set(calls.map(({ id }) => id)).size).toBe(3)
    expect(await desktop.banners.shownTimes('98230 45678', 3)).toHaveLength(3)
  })
})
