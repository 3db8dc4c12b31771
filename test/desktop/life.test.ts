import { describe, expect, it } from 'vitest'
import { aCall, grouped } from '../support/desktop/a-call.ts'
import { doorOf, startApp } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { driveApp } from '../support/desktop/driven-app.ts'
import { historyPage, openHistory } from '../support/desktop/history-page.ts'
import { savedIn } from '../support/desktop/saved.ts'
import { run } from '../support/program.ts'
import { startServe } from '../support/serve.ts'

const quitDeadlineMs = 2_000

describe('the life of the app', () => {
  const desktop = useDesktop()

  /** Alerts come in the order of the deliveries: once this call is told, nothing older will be. */
  async function ringOnce(url: string, number: string): Promise<void> {
    await curl(url, aCall({ number }).rings)
    await desktop.banners.shown(grouped(number))
  }

  it('keeps its calls over an end and a start, and tells of none again', async () => {
    const dir = await dataFolder()
    const first = startApp(dir)
    const url = await doorOf(first)
    const answered = aCall({ number: '919811100001' })
    await ringOnce(url, '919811100002')
    await curl(url, answered.rings)
    await desktop.banners.shown('98111 00001')
    await curl(url, answered.answered)
    expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null })
    const told = desktop.banners.all().length

    const second = await driveApp(dir)
    const history = await openHistory(second, await desktop.tray.itemOf(second))
    await history.row('98111 00001').filter({ hasText: 'answered by' }).waitFor()
    await history.row('98111 00002').filter({ hasText: 'ringing' }).waitFor()
    await ringOnce(await doorOf(second), '919811100003')

    await history.row('98111 00003').waitFor()
    expect(await history.rows.count()).toBe(3)
    expect(desktop.banners.all()).toHaveLength(told + 1)
    await second.end('SIGTERM')
  })

  it('keeps every call that it has acknowledged when it is killed', async () => {
    const dir = await dataFolder()
    const app = startApp(dir)
    const url = await doorOf(app)
    const calls = Array.from({ length: 12 }, (_, at) => aCall({ number: String(919811200000 + at) }))
    const statuses = await Promise.all(calls.map(({ rings }) => curl(url, rings)))
    expect(await app.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
    expect(new Set(statuses)).toEqual(new Set([204]))

    const next = startApp(dir)
    await ringOnce(await doorOf(next), '919811299999')

    const kept = (await callsOf(dir)).map(({ uid }) => uid)
    expect(kept).toHaveLength(calls.length + 1)
    expect(kept).toEqual(expect.arrayContaining(calls.map(({ uid }) => uid)))
    await next.end('SIGTERM')
  })

  it('shows the first one’s window when it is started a second time on the same folder', async () => {
    const dir = await dataFolder()
    const first = await driveApp(dir)
    await doorOf(first)

    const [page, exit] = await Promise.all([first.window(), startApp(dir).exit])

    expect(exit).toEqual({ code: 0, signal: null })
    const window = await first.electron.browserWindow(page)
    await window.evaluate((shown) => shown.minimize())

    const inFront = window.evaluate(
      (shown) => shown.isFocused() || new Promise((resolve) => shown.once('focus', resolve)),
    )
    expect(await startApp(dir).exit).toEqual({ code: 0, signal: null })
    await inFront
    expect(await window.evaluate((shown) => [shown.isVisible(), shown.isMinimized()])).toEqual([true, false])
    expect(first.opened()).toEqual(['history'])
    await first.end('SIGTERM')
  })

  it('stays in the tray and hears calls when its window is closed', async () => {
    const dir = await dataFolder()
    const app = await driveApp(dir)
    const item = await desktop.tray.itemOf(app)
    const { page } = await openHistory(app, item)

    await page.close()

    await ringOnce(await doorOf(app), '919811300001')
    expect(await item.property('Id')).not.toBe('')
    const [again] = await Promise.all([app.window(), item.press('Open history')])
    await historyPage(again).row('98113 00001').waitFor()
    await app.end('SIGTERM')
  })

  it.for(['the tray', 'SIGTERM', 'SIGINT'] as const)(
    'ends within two seconds by %s, with everything saved',
    async (by) => {
      const dir = await dataFolder()
      const app = startApp(dir)
      const url = await doorOf(app)
      const item = await desktop.tray.itemOf(app)
      const number = { 'the tray': '919811400001', SIGTERM: '919811400002', SIGINT: '919811400003' }[by]
      await ringOnce(url, number)
      const banner = await desktop.banners.shown(grouped(number))
      const call = aCall({ number: '919811499999' })
      await curl(url, call.reaches)

      const askedMs = Date.now()
      if (by === 'the tray') await Promise.all([app.exit, item.press('Quit Ringtray').catch(() => {})])
      else await app.end(by)

      expect(await app.exit).toEqual({ code: 0, signal: null })
      expect(Date.now() - askedMs).toBeLessThan(quitDeadlineMs)
      const { contains, lines } = await savedIn(dir)
      expect(contains).toBe(lines.at(-1)?.seq)
      expect(lines.filter(({ kind }) => kind === 'delivery')).toHaveLength(2)
      await desktop.banners.closed(banner)
    },
  )

  it('refuses its folder to `ringtray serve`, and says who has it', async () => {
    const dir = await dataFolder()
    const app = startApp(dir)
    const url = await doorOf(app)

    const refused = await run('serve', '--data', dir)

    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain(`in use by the desktop app (process ${app.pid})`)
    await ringOnce(url, '919811500001')
    await app.end('SIGTERM')
  })

  it('does not start on a folder that `ringtray serve` has, says so, and ends though nobody answers its box', async () => {
    const dir = await dataFolder()
    const serving = await startServe({ dir })

    const app = startApp(dir)
    await app.complaint('in use by ringtray serve')

    expect(app.stderr()).toContain(`in use by ringtray serve (process ${serving.pid})`)
    expect(await curl(serving.url, aCall({ number: '919811600001' }).rings)).toBe(204)
    expect(await app.exit).toEqual({ code: 1, signal: null })
    expect(await serving.stop()).toMatchObject({ code: 0 })
  })
})
