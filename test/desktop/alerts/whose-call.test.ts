import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf } from '../../support/desktop/app.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { curl } from '../../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { hand } from '../../support/desktop/hand.ts'
import { openHistory } from '../../support/desktop/history-page.ts'

const asha = '919000010001'

describe('a desk that has not been told whose it is', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let card: CardWindow

  beforeEach(async () => {
    dir = await dataFolder()
    app = await driveApp(dir)
    url = await doorOf(app)
    card = await cardWindow(app)
    return () => app.end('SIGTERM')
  })

  const saved = async () => JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8'))
  const press = async (name: string) =>
    hand.click(await card.pointOf(card.page.getByRole('button', { name })))

  it('asks once, and knows from the answer on whom it rings', async () => {
    const first = aCall({ number: '919843100001' })
    const second = aCall({ number: '919843100002', agent: asha })
    await curl(url, first.rings)
    await curl(url, second.rings)
    await card.shown('98431 00001')
    await card.shown('98431 00002')
    expect(await card.page.getByText('Is this your call?').count()).toBe(1)

    await press('It rang me: 90000 10001')

    await card.page.getByText('Is this your call?').waitFor({ state: 'detached' })
    await card.row('98431 00001').waitFor({ state: 'detached' })
    await desktop.banners.closed(await desktop.banners.shown('98431 00001'))
    await expect.poll(async () => (await saved()).me).toEqual([`+${asha}`])
    await curl(url, second.answered)
    await card.row('Answered by you').waitFor()
    await curl(url, second.ends)

    const others = aCall({ number: '919843100003' })
    await curl(url, others.rings)
    const mine = aCall({ number: '919843100004', agent: asha })
    await curl(url, mine.rings)
    await card.shown('98431 00004')
    expect(await card.page.getByText('Is this your call?').count()).toBe(0)
    expect(await card.row('98431 00003').count()).toBe(0)
    expect(desktop.banners.of('98431 00003')).toEqual([])
    const history = await openHistory(app, await desktop.tray.itemOf(app))
    const detail = await history.open('98431 00003')
    await detail.getByText('Not shown: it rang 85868 48544, not you.').waitFor()
  })

  it('asks no more where all calls are watched, and shows them all', async () => {
    await curl(url, aCall({ number: '919843100011' }).rings)
    await card.shown('98431 00011')

    await press('I watch all calls')

    await card.page.getByText('Is this your call?').waitFor({ state: 'detached' })
    await expect.poll(async () => (await saved()).watchAll).toBe(true)
    await curl(url, aCall({ number: '919843100012', agent: asha }).rings)
    await card.shown('98431 00012')
    expect(await card.row('98431 00011').count()).toBe(1)
    expect(await card.page.getByText('Is this your call?').count()).toBe(0)
  })

  it('learns from “Not mine” whose calls it need not show, and goes on asking', async () => {
    await curl(url, aCall({ number: '919843100021', agent: asha }).rings)
    await card.shown('98431 00021')
    const banner = await desktop.banners.shown('98431 00021')

    await press('Not mine')

    await card.gone()
    await desktop.banners.closed(banner)
    await expect.poll(async () => (await saved()).notMe).toEqual([`+${asha}`])
    await curl(url, aCall({ number: '919843100022', agent: asha }).rings)
    await curl(url, aCall({ number: '919843100023' }).rings)
    await card.shown('98431 00023')
    await card.page.getByText('Is this your call?').waitFor()
    expect(await card.row('98431 00022').count()).toBe(0)
    expect(desktop.banners.of('98431 00022')).toEqual([])
  })
})
