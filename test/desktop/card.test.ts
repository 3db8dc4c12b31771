import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../support/desktop/a-call.ts'
import { doorOf } from '../support/desktop/app.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { type CardWindow, cardWindow } from '../support/desktop/card-window.ts'
import { curl } from '../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { hand } from '../support/desktop/hand.ts'
import { openHistory } from '../support/desktop/history-page.ts'
import { type OtherProgram, startOtherProgram } from '../support/desktop/other-program.ts'

const me = '918586848544'
const asha = '919000010001'
const fiftyKeys = 'the quick brown fox jumps over the lazy dog again.'

describe('the caller card', () => {
  const desktop = useDesktop()
  let dir: string
  let app: DrivenApp
  let url: string
  let card: CardWindow
  let program: OtherProgram

  beforeAll(async () => {
    dir = await dataFolder({ me: [`+${me}`] })
    app = await driveApp(dir)
    url = await doorOf(app)
    card = await cardWindow(app)
    program = await startOtherProgram()
  })

  async function dismiss(number: string): Promise<void> {
    await card
      .row(number)
      .getByRole('button', { name: /Dismiss/ })
      .click()
    await card.gone()
  }

  it('is nowhere to be seen while nobody calls, and waits in a window that is ready', async () => {
    expect(await card.state()).toMatchObject({ isVisible: false })
    expect(await card.rows.count()).toBe(0)
  })

  it('comes while somebody types in another program, with one banner, and takes no key', async () => {
    const call = aCall({ number: '919831100001' })
    const typing = hand.type(fiftyKeys)

    await curl(url, call.rings)
    await card.shown('98311 00001')
    await typing

    await program.hasTyped(fiftyKeys.length)
    expect(program.typed()).toBe(fiftyKeys)
    expect(await card.state()).toMatchObject({ isFocused: false, bounds: { width: 372 } })
    await desktop.banners.shown('98311 00001')
    expect(desktop.banners.of('98311 00001')).toHaveLength(1)
    expect(await card.row('98311 00001').innerText()).toMatch(/Ringing/)
    await curl(url, call.answered)
    await card.row('Answered by you').waitFor()
    await curl(url, call.ends)
    await card.row('Ended').waitFor()
    await card.gone()
  })

  it('saves the note that is typed into it, and gives the keyboard back', async () => {
    const call = aCall({ number: '919831100002' })
    await curl(url, call.rings)
    await curl(url, call.answered)
    await card.shown('Answered by you')
    const note = card.page.getByRole('textbox', { name: /Note/ })

    await hand.click(await card.pointOf(note))
    await expect.poll(async () => (await card.state()).isFocused).toBe(true)
    await hand.type('refund')
    await expect.poll(() => note.inputValue()).toBe('refund')
    const before = program.typed()
    await hand.press('Escape')
    await expect.poll(async () => (await card.state()).isFocused).toBe(false)
    await hand.type('!')

    await program.hasTyped(before.length + 1)
    expect(program.typed()).toBe(`${before}!`)
    await expect.poll(async () => (await callsOf(dir, '--query', 'refund')).length).toBe(1)
    await dismiss('98311 00002')
  })

  it('stays while a note is being typed, though the call is over', async () => {
    const call = aCall({ number: '919831100003' })
    await curl(url, call.rings)
    await curl(url, call.answered)
    await card.shown('Answered by you')
    const note = card.page.getByRole('textbox', { name: /Note/ })
    await hand.click(await card.pointOf(note))
    await hand.type('long')
    await curl(url, call.ends)
    await card.row('Ended').waitFor()
    const endedMs = Date.now()
    const later = aCall({ number: '919831100009' })
    await curl(url, later.rings)
    await curl(url, { ...later.answered, users: [me] })
    await curl(url, later.ends)

    // The later call ends later, and is gone before: nobody writes about it.
    await card.row('98311 00009').waitFor()
    await card.row('98311 00009').waitFor({ state: 'detached' })

    expect(Date.now() - endedMs).toBeGreaterThan(10_000)
    expect(await card.row('98311 00003').count()).toBe(1)
    await hand.press('Escape')
    await dismiss('98311 00003')
  })

  it('says by whom a call was answered, and leaves', async () => {
    const call = aCall({ number: '919831100004' })
    await curl(url, call.rings)
    await card.shown('98311 00004')

    await curl(url, { ...call.answered, users: [asha] })

    await card.row('answered by 90000 10001').waitFor()
    await desktop.banners.closed(await desktop.banners.shown('98311 00004'))
    await card.gone()
  })

  it('says where a hunt moved on, leaves, and is nobody’s miss when somebody answers', async () => {
    const call = aCall({ number: '919831100005' })
    await curl(url, call.rings)
    await card.shown('98311 00005')

    await curl(url, { ...call.rings, id: 'second', users: [asha] })

    await card.row('moved on to 90000 10001').waitFor()
    await card.gone()
    await curl(url, { ...call.answered, users: [asha] })
    await curl(url, call.ends)
    const next = aCall({ number: '919831100006' })
    await curl(url, next.rings)
    await card.shown('98311 00006')
    expect(await card.row('98311 00005').count()).toBe(0)
    expect(desktop.banners.of('98311 00005')).toHaveLength(1)
    await dismiss('98311 00006')
  })

  it('goes with its banner when one of the two is dismissed', async () => {
    const first = aCall({ number: '919831100007' })
    await curl(url, first.rings)
    await card.shown('98311 00007')
    const banner = await desktop.banners.shown('98311 00007')

    await card
      .row('98311 00007')
      .getByRole('button', { name: /Dismiss/ })
      .click()

    await desktop.banners.closed(banner)
    await card.gone()

    const second = aCall({ number: '919831100008' })
    await curl(url, second.rings)
    await card.shown('98311 00008')
    await desktop.banners.dismiss(await desktop.banners.shown('98311 00008'))
    await card.gone()
  })

  it('shows at most three rows, the newest on top, each call once', async () => {
    const numbers = ['919831100011', '919831100012', '919831100013', '919831100014']
    const calls = numbers.map((number) => aCall({ number }))
    for (const call of calls) await curl(url, call.rings)
    await card.shown('98311 00014')

    for (const call of calls) await curl(url, call.rings)

    await card.row('98311 00013').waitFor()
    const rows = (await card.rows.allInnerTexts()).map((text) => /98311 000\d\d/.exec(text)?.[0])
    expect(rows).toEqual(['98311 00014', '98311 00013', '98311 00012'])
    for (const call of calls) await curl(url, { ...call.answered, users: [asha] })
    await card.gone()
    for (const call of calls) await curl(url, call.ends)
  })

  it('is brought the keyboard by the shortcut, and gives it back', async () => {
    const call = aCall({ number: '919831100021' })
    await curl(url, call.rings)
    await card.shown('98311 00021')

    await hand.press('ctrl+alt+r')

    await expect.poll(async () => (await card.state()).isFocused).toBe(true)
    await hand.press('Escape')
    await expect.poll(async () => (await card.state()).isFocused).toBe(false)
    await curl(url, { ...call.answered, users: [asha] })
    await card.gone()
  })

  it('copies ten digits without taking the keyboard for good', async () => {
    const call = aCall({ number: '919831100022' })
    await curl(url, call.rings)
    const row = await card.shown('98311 00022')

    await hand.click(await card.pointOf(row.getByRole('button', { name: /Copy/ })))

    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('9831100022')
    await curl(url, { ...call.answered, users: [asha] })
    await card.gone()
  })

  it('remembers where it was dragged to', async () => {
    const call = aCall({ number: '919831100023' })
    await curl(url, call.rings)
    const row = await card.shown('98311 00023')
    const [x, y] = await card.pointOf(row.getByText('Ringing'))
    const savedPlace = async () => JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8')).cardPlace
    const { bounds } = await card.state()
    // It has grown and shrunk so far, and was never dragged.
    expect(await savedPlace()).toBe(undefined)

    await hand.drag([x + 90, y], [-300, -200])

    await expect.poll(savedPlace).toBeTruthy()
    const dragged = (await card.state()).bounds
    expect([dragged.x, dragged.y]).not.toEqual([bounds.x, bounds.y])
    await curl(url, { ...call.answered, users: [asha] })
    await card.gone()
    const next = aCall({ number: '919831100024' })
    await curl(url, next.rings)
    await card.shown('98311 00024')
    await expect.poll(async () => (await card.state()).bounds).toMatchObject({ x: dragged.x, y: dragged.y })
    await curl(url, { ...next.answered, users: [asha] })
    await card.gone()
  })

  it('never shows a number again that is ignored, and says why in its detail', async () => {
    const call = aCall({ number: '919831100025' })
    await curl(url, call.rings)
    const row = await card.shown('98311 00025')
    await row.getByRole('button', { name: /More/ }).click()

    await row.getByRole('button', { name: /Ignore/ }).click()

    await card.gone()
    await curl(url, aCall({ number: '919831100025' }).rings)
    const next = aCall({ number: '919831100026' })
    await curl(url, next.rings)
    await card.shown('98311 00026')
    expect(desktop.banners.of('98311 00025')).toHaveLength(1)
    const history = await openHistory(app, await desktop.tray.itemOf(app))
    const detail = await history.open('98311 00025')
    await detail.getByText('you ignore this number').waitFor()
    await curl(url, { ...next.answered, users: [asha] })
    await card.gone()
  })
})
