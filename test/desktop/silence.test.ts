import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCall, grouped } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { type HistoryPage, openHistory } from '../support/desktop/history-page.ts'
import type { TrayItem } from '../support/desktop/tray-item.ts'
import { inCallLog } from '../support/provider.ts'
import { proof } from '../support/settings.ts'

const runFile = promisify(execFile)
const hourMs = 3_600_000

describe('silence', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let item: TrayItem
  let history: HistoryPage
  let rings = 0

  beforeAll(async () => {
    dir = await dataFolder()
    app = await driveApp(dir)
    url = await doorOf(app)
    item = await desktop.tray.itemOf(app)
    history = await openHistory(app, item)
  })

  /** Banners come in the order of the deliveries: when this call has one, nothing older will get one any more. */
  async function untilAlertsAreDone(): Promise<void> {
    const number = String(919833300000 + ++rings)
    await curl(url, aCall({ number }).rings)
    await desktop.banners.shown(grouped(number))
  }

  async function reasonOf(number: string): Promise<string> {
    const detail = await history.open(number)
    return (await detail.getByText(/^(Not shown|Shown)/).innerText()).trim()
  }

  it('shows no banner of the document’s own POST, an outgoing call of 2020, and says why', async () => {
    // As the document has it: not percent-encoded.
    const form = ['-X', 'POST', '-d', `myoperator=${JSON.stringify(inCallLog())}`]
    const { stdout } = await runFile('curl', [
      '-sS',
      '-w',
      '%{http_code}',
      '-H',
      proof.join(': '),
      ...form,
      url,
    ])
    expect(stdout).toBe('204')

    expect(await reasonOf('97116 36496')).toBe(
      'Not shown: it is an outgoing call, so nobody was calling you.',
    )
    await untilAlertsAreDone()
    expect(desktop.banners.of('97116 36496')).toEqual([])
    expect(await callsOf(dir, '--query', '97116 36496')).toMatchObject([
      { uid: 'n2.1596270949.2175190', direction: 'outgoing', startedAt: '2020-08-01T08:35:49.000Z' },
    ])
  })

  it('shows no banner of a ring that is an hour old, and says why', async () => {
    const call = aCall({ number: '919833100001', startedMs: Date.now() - hourMs })
    expect(await curl(url, call.rings)).toBe(204)

    expect(await reasonOf('98331 00001')).toBe(
      'Not shown: it was more than ten minutes old when it arrived here.',
    )
    await untilAlertsAreDone()
    expect(desktop.banners.of('98331 00001')).toEqual([])
  })

  it('shows no banner of a call that was over before it was heard of, and says why', async () => {
    const call = aCall({ number: '919833100002' })
    await curl(url, call.answered)
    await curl(url, call.rings)

    await history.row('98331 00002').filter({ hasText: 'answered by' }).waitFor()
    expect(await reasonOf('98331 00002')).toBe('Not shown: it was answered or over when it arrived here.')
    await untilAlertsAreDone()
    expect(desktop.banners.of('98331 00002')).toEqual([])
  })

  it('shows no banner while do not disturb is on, keeps the call, and says why', async () => {
    await item.press('Do not disturb', 'For 1 hour')
    await item.untilToolTip('Do not disturb until')
    const call = aCall({ number: '919833100003' })
    expect(await curl(url, call.rings)).toBe(204)
    expect(await curl(url, call.ends)).toBe(204)

    await history.row('98331 00003').filter({ hasText: 'missed' }).waitFor()
    expect(await reasonOf('98331 00003')).toBe('Not shown: do not disturb was on.')
    expect(await callsOf(dir, '--query', '98331 00003')).toHaveLength(1)

    await item.press('Do not disturb', 'Off')
    await history.page.getByText('no way in is looked after').waitFor()
    await untilAlertsAreDone()
    expect(desktop.banners.of('98331 00003')).toEqual([])
  })

  it('shows one banner of a delivery that comes four times', async () => {
    const { rings: ring } = aCall({ number: '919833100004' })
    expect(await Promise.all([curl(url, ring), curl(url, ring)])).toEqual([204, 204])
    expect([await curl(url, ring), await curl(url, ring)]).toEqual([204, 204])

    await untilAlertsAreDone()
    expect(desktop.banners.of('98331 00004')).toHaveLength(1)
    const [call, ...others] = await callsOf(dir, '--query', '98331 00004')
    expect([call?.events.length, others]).toEqual([1, []])
  })

  it('makes markup and directions from outside harmless on the bus', async () => {
    const department = '<b>Sales</b> & "Söhne" <img src="file:///etc/passwd"> \u202Eevil\u2066\u0007'
    const call = aCall({ number: '919833100005', department, agent: '<i>Asha</i>' })
    expect(await curl(url, call.rings)).toBe(204)

    const { title, body } = await desktop.banners.shown('98331 00005')

    expect(title).toBe('98331 00005')
    expect(body).toBe(
      '&lt;b&gt;Sales&lt;/b&gt; &amp; "Söhne" &lt;img src="file:///etc/passwd"&gt; �evil�␇ · rings &lt;i&gt;Asha&lt;/i&gt;',
    )
  })

  it('shows a caller that is no number as the text that came', async () => {
    const call = aCall({
      number: '919833100006',
      changes: { clid: '<u>shop</u>\u202E', clid_raw: '<u>shop</u>\u202E' },
    })
    expect(await curl(url, call.rings)).toBe(204)

    // A title is no markup: it arrives as it is to be read.
    const { title } = await desktop.banners.shown('shop')
    expect(title).toBe('<u>shop</u>�')
    await history.row('<u>shop</u>�').waitFor()
  })
})
