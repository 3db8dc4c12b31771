import { beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '../../../shared/call.ts'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf } from '../../support/desktop/app.ts'
import { callsOf } from '../../support/desktop/calls-command.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../../support/desktop/driven-app.ts'
import { hand } from '../../support/desktop/hand.ts'
import { openHistory } from '../../support/desktop/history-page.ts'
import { type OtherProgram, startOtherProgram } from '../../support/desktop/other-program.ts'
import { deliver, form } from '../../support/provider.ts'

const me = '918586848544'

describe('a power cut', () => {
  const desktop = useDesktop()
  const ringing = aCall({ number: '919842100001' })
  const answered = aCall({ number: '919842100002' })
  let dir: string
  let app: DrivenApp
  let card: CardWindow
  let url: string
  let program: OtherProgram
  let told: number
  let before: Call[]

  const send = (log: object) => deliver(url, form(log))

  beforeAll(async () => {
    dir = await dataFolder({ me: [`+${me}`] })
    const first = await driveApp(dir)
    url = await doorOf(first)
    await send(answered.rings)
    await send(answered.answered)
    const history = await openHistory(first, await desktop.tray.itemOf(first))
    await history.open('98421 00002')
    await history.note.fill('wants her refund')
    await history.row('“wants her refund”').waitFor()
    await send(ringing.rings)
    await desktop.banners.shown('98421 00001')
    before = await callsOf(dir)
    expect(await first.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
    told = desktop.banners.all().length
    program = await startOtherProgram()
  })

  it('is followed by a start at which no window opens and the keyboard stays where it was', async () => {
    const typing = hand.type('nothing comes between')
    app = await driveApp(dir)
    url = await doorOf(app)
    card = await cardWindow(app)
    await typing

    await program.hasTyped('nothing comes between'.length)
    expect(program.typed()).toBe('nothing comes between')
    expect(app.opened()).toEqual([])
    expect(await card.state()).toMatchObject({ isVisible: false, isFocused: false })
  })

  it('leaves both calls, each once, and the note', async () => {
    const calls = await callsOf(dir)

    expect(calls).toEqual(before)
    expect(calls.map(({ uid, phase, note }) => ({ uid, phase, note }))).toEqual(
      expect.arrayContaining([
        { uid: ringing.uid, phase: 'ringing', note: '' },
        { uid: answered.uid, phase: 'answered', note: 'wants her refund' },
      ]),
    )
    expect(calls).toHaveLength(2)
  })

  it('makes nothing new of what is sent again', async () => {
    for (const log of [ringing.rings, answered.rings, answered.answered, ringing.rings])
      expect(await send(log)).toBe(204)

    const next = aCall({ number: '919842100003' })
    await send(next.rings)
    await card.shown('98421 00003')
    expect(await card.rows.count()).toBe(1)
    expect((await callsOf(dir)).filter(({ uid }) => uid !== next.uid)).toEqual(before)
    await desktop.banners.shown('98421 00003')
    expect(desktop.banners.all()).toHaveLength(told + 1)
    await send({ ...next.answered, users: ['919000010001'] })
    await card.gone()
  })

  it('does not keep a call that rang before it from ringing anew', async () => {
    await send({ ...ringing.rings, id: 'a second ring', created: nowAsProvider(1_000) })

    await card.shown('98421 00001')
    expect((await callsOf(dir, '--query', '98421 00001')).map(({ uid }) => uid)).toEqual([ringing.uid])
  })
})

/** So much later than now. */
function nowAsProvider(laterMs: number): string {
  return new Date(Date.now() + laterMs).toISOString().slice(0, 19).replace('T', ' ')
}
