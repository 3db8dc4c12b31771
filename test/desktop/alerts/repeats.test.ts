import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../../shared/call.ts'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf } from '../../support/desktop/app.ts'
import { callsOf } from '../../support/desktop/calls-command.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { deliver, form } from '../../support/provider.ts'
import { startServe } from '../../support/serve.ts'

const me = '918586848544'
const asha = '919000010001'

describe('calls that come together', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let card: CardWindow
  const sent: object[] = []

  beforeAll(async () => {
    dir = await dataFolder({ me: [`+${me}`] })
    app = await driveApp(dir)
    url = await doorOf(app)
    card = await cardWindow(app)
  })

  async function send(log: object): Promise<void> {
    sent.push(log)
    expect(await deliver(url, form(log))).toBe(204)
  }

  it('have a row and a banner each, and each goes its own way', async () => {
    const [first, second] = [aCall({ number: '919846100001' }), aCall({ number: '919846100002' })]
    await Promise.all([send(first.rings), send(second.rings)])
    await card.shown('98461 00001')
    await card.shown('98461 00002')
    const [banner, other] = await Promise.all([
      desktop.banners.shown('98461 00001'),
      desktop.banners.shown('98461 00002'),
    ])

    await send(first.answered)

    await card
      .row('98461 00001')
      .filter({ hasText: /answered by you/i })
      .waitFor()
    await desktop.banners.closed(banner)
    expect(other.isClosed).toBe(false)
    expect(await card.row('98461 00002').innerText()).toMatch(/rings you/)
    await send({ ...second.answered, users: [asha] })
    await card.row('98461 00002').waitFor({ state: 'detached' })
    await card
      .row('98461 00001')
      .getByRole('button', { name: /Dismiss/ })
      .click()
    await send(first.ends)
    await send(second.ends)
  })

  it('are not shown where a colleague was first, and leave where the hunt goes on', async () => {
    const call = aCall({ number: '919846100003' })
    await send({ ...call.answered, users: [asha] })
    await send(call.rings)
    await send(call.ends)

    const next = aCall({ number: '919846100004' })
    await send(next.rings)
    await card.shown('98461 00004')
    expect(await card.row('98461 00003').count()).toBe(0)
    expect(desktop.banners.of('98461 00003')).toEqual([])
    await send({ ...next.rings, id: 'hunt', users: [asha] })
    await card.row('98461 00004').filter({ hasText: 'moved on to' }).waitFor()
    await send({ ...next.answered, users: [asha] })
    await send(next.ends)
    await card.gone()
  })

  it('are the same calls, and are told to nobody again, when every delivery comes four times in any order', async () => {
    const told = desktop.banners.all().length
    const again = shuffled([...sent, ...sent, ...sent, ...sent])

    expect(new Set(await Promise.all(again.map((log) => deliver(url, form(log)))))).toEqual(new Set([204]))

    const last = aCall({ number: '919846100009' })
    await deliver(url, form(last.rings))
    await card.shown('98461 00009')
    await desktop.banners.shown('98461 00009')
    expect(await card.rows.count()).toBe(1)
    expect(desktop.banners.all()).toHaveLength(told + 1)
    const calls = (await callsOf(dir)).filter(({ uid }) => uid !== last.uid)
    expect(calls.map(withoutIds)).toEqual((await callsOfAnOrderlyRun()).map(withoutIds))
  })

  async function callsOfAnOrderlyRun(): Promise<Call[]> {
    const orderlyDir = await dataFolder({ me: [`+${me}`] })
    const serving = await startServe({ dir: orderlyDir })
    for (const log of sent) await deliver(serving.url, form(log))
    await serving.stop()
    return callsOf(orderlyDir)
  }
})

/** Each delivery has an id of its own, whatever it tells. */
function withoutIds({ events, ...call }: Call) {
  return { ...call, events: events.map(({ kind, at }) => ({ kind, at })) }
}

function shuffled<T>(items: T[]): T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(Math.floor(Math.random() * left.length), 1))
}
