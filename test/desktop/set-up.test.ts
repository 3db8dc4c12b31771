import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passOn, standIns } from '../flow/hearing/stand-ins.ts'
import whatsApp from '../payloads/whatsapp.json' with { type: 'json' }
import { violationsIn } from '../support/desktop/axe.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { type CardWindow, cardWindow } from '../support/desktop/card-window.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { type DrivenApp, driveApp } from '../support/desktop/driven-app.ts'
import { freePort } from '../support/desktop/free-port.ts'
import { type SetUpPage, setUpPage } from '../support/desktop/set-up-page.ts'
import { inTheme } from '../support/desktop/theme.ts'
import { filesHolding } from '../support/files.ts'
import { deliver } from '../support/provider.ts'
import { proof } from '../support/settings.ts'
import { v2Call } from '../support/v2-call.ts'

const [headerName, secret] = proof
const asha = '+919000010001'
const ravi = '+919000010002'

describe('the owner sets up v2', () => {
  const desktop = useDesktop()
  const network = standIns()
  let dir: string
  let url: string
  let app: DrivenApp
  let card: CardWindow
  let setUp: SetUpPage

  beforeAll(async () => {
    const port = await freePort()
    dir = await dataFolder({ port, hasBegun: false })
    url = `http://127.0.0.1:${await network.listen(passOn(port))}/webhook`
    app = await driveApp(dir)
    card = await cardWindow(app)
    setUp = await setUpPage(app)
  })
  afterAll(() => network.end())

  const saved = async () => JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8'))
  const send = (event: object, headers: Record<string, string> = {}) =>
    deliver(url, JSON.stringify(event), { 'content-type': 'application/json', ...headers })

  async function pleasesAxe(): Promise<void> {
    for (const theme of ['light', 'dark'] as const) {
      await inTheme(app, setUp.page, theme)
      expect(await violationsIn(setUp.page)).toEqual([])
    }
  }

  it('is asked by a window that opens by itself how to begin', async () => {
    const doors = setUp.page.getByRole('main').getByRole('button')
    await doors.first().waitFor()

    expect(await doors.allInnerTexts()).toEqual([
      expect.stringMatching(/^I set this up for my company\n/),
      expect.stringMatching(/^Just show me a pretend call\n/),
    ])
    expect(app.opened()).toEqual(['setup'])
    expect((await saved()).hasBegun).toBe(false)
    await pleasesAxe()
  })

  it('is offered the ways in that carry a busy day', async () => {
    await setUp.button(/^I set this up for my company/).click()
    expect((await saved()).hasBegun).toBe(true)
    await setUp.page.getByLabel('How many calls').fill('1,200')
    await setUp.button('Show the ways in').click()

    const enough = setUp.page.getByRole('group', { name: 'Choose a way in' })
    await enough.getByRole('radio', { name: 'An address of my own' }).check()

    const tooLittle = setUp.page.getByRole('group', { name: 'Carries less than you need' })
    expect(await tooLittle.getByRole('radio').count()).toBe(1)
    expect(await tooLittle.innerText()).toMatch(/ngrok[\s\S]*20,000 requests a month/)
    expect((await saved()).callsPerDay).toBe(1_200)
    await pleasesAxe()
  })

  it('sees its own address proven, and how long ago', async () => {
    await setUp.page.getByLabel('Public address').fill(url.replace(/\/webhook$/, ''))
    await setUp.button('Open this way in').click()

    await setUp.live.getByText('Hearing').waitFor()
    expect(await setUp.live.innerText()).toMatch(/Path proven\s+just now/)
    expect(await setUp.live.innerText()).toMatch(/Heard\s+never/)
    expect(await setUp.live.innerText()).toContain(url)
    expect((await saved()).tunnel).toMatchObject({ kind: 'own-url' })
    // A test is no call.
    expect(await callsOf(dir)).toEqual([])
    await pleasesAxe()
  })

  it('is told field by field what to paste, the secret by its button alone', async () => {
    await setUp.button('Next: paste into MyOperator').click()
    await setUp.page.getByRole('heading', { name: 'Paste this into MyOperator’s webhook form' }).waitFor()

    const masked = '••••••••know'
    expect(await setUp.pastes()).toEqual([
      ['URL', url],
      ['Authentication', 'API Key → Header'],
      ['Header name', headerName],
      ['Header value', `${masked} (the secret is not shown)`],
      ['Additional headers', 'leave empty'],
      ['Events: tick', expect.stringMatching(/^Dial begin, Answered, End, Summary/)],
      ['Events: leave unticked', 'Initiated, IVR started and every WhatsApp event'],
    ])
    const copied = async (name: string) => {
      await app.electron.evaluate(({ clipboard }) => clipboard.clear())
      await setUp.button(name).click()
      await expect.poll(setUp.clipboard).not.toBe('')
      return setUp.clipboard()
    }
    expect(await copied('Copy the webhook URL')).toBe(url)
    expect(await copied('Copy the name of the header')).toBe(headerName)
    expect(await copied('Copy the secret')).toBe((await saved()).proofs.header.value)
    const message = await copied('Copy the message for the owner')
    expect(message).toContain(url)
    expect(message).not.toContain(secret)

    await setUp.page.getByText('Older panel (v1)').click()
    expect(await setUp.pastes()).toContainEqual(['Method', 'POST'])
    expect(await copied('Copy the header line with its secret')).toBe(`["${headerName}: ${secret}"]`)
    await setUp.page.getByText('Webhooks v2').click()

    const told = await setUp.page.evaluate(async () => JSON.stringify(await window.ringtray.request('setUp')))
    expect(told).not.toContain(secret)
    expect(await setUp.page.content()).not.toContain(secret)
    await pleasesAxe()
  })

  it('sees that the secret is wrong, and when, and nothing is kept', async () => {
    const call = v2Call({ customer: '+919852100001', agents: [asha] })

    expect(await send(call.rings, { [headerName]: 'mistyped' })).toBe(401)

    const wrong = setUp.check('The secret is wrong')
    await wrong.waitFor()
    expect(await wrong.innerText()).toMatch(/wrong, just now/)
    expect(await wrong.innerText()).toMatch(/ at \d\d:\d\d and was refused/)
    await setUp.check('A request arrived').getByText('seen just now').waitFor()
    expect(await callsOf(dir)).toEqual([])
    expect(filesHolding(dir, call.uid)).toEqual([])
    await pleasesAxe()
  })

  it('sees that no ringing comes where only the summary is ticked', async () => {
    expect(await send(v2Call({ customer: '+919852100002' }).summary)).toBe(204)

    const ringing = setUp.check('No ringing seen')
    await ringing.getByText('tick Dial begin').waitFor()
    expect(await ringing.innerText()).toContain('wrong, just now')
    await setUp.check('The secret is right').getByText('seen just now').waitFor()
    await setUp.check('Talk time seen').getByText('seen just now').waitFor()
  })

  it('sees that WhatsApp is ticked, of which not a word is kept', async () => {
    expect(await send({ ...whatsApp, timestamp: new Date().toISOString() })).toBe(204)

    await setUp.check('Not only calls').getByText('Untick WhatsApp').waitFor()
    expect(filesHolding(dir, 'card number')).toEqual([])
    expect(filesHolding(dir, '4111')).toEqual([])
    await pleasesAxe()
  })

  const real = v2Call({ customer: '+919852100003', agents: [asha, ravi] })

  it('is offered both agents whom a real ring has rung, and is one of them at once', async () => {
    expect(await send(real.rings)).toBe(204)
    await setUp.check('Ringing seen').getByText('seen just now').waitFor()
    await setUp.check('Agent named while it rings').getByText('seen just now').waitFor()
    await card.shown('98521 00003')
    await setUp.step('Who am I')
    await setUp.agent('रवि कुमार').waitFor()
    await pleasesAxe()

    await setUp.agent('Asha Rao').check()

    await expect.poll(async () => (await saved()).me).toEqual([asha])
    await send(v2Call({ customer: '+919852100004', agents: [ravi] }).rings)
    await send(v2Call({ customer: '+919852100005', agents: [asha] }).rings)
    await card.shown('98521 00005')
    await desktop.banners.shown('98521 00005')
    expect(await card.row('98521 00004').count()).toBe(0)
    expect(desktop.banners.of('98521 00004')).toEqual([])
  })

  it('is asked whether the notification is to be seen, and is done after a real end', async () => {
    expect(await send(real.ends)).toBe(204)
    await setUp.step('Paste into MyOperator')
    await setUp.check('End of the call seen').getByText('seen just now').waitFor()
    await setUp.step('Did you see it?')
    await setUp.button('Play a pretend call').click()
    await desktop.banners.shown('Pretend call')
    await setUp.button('No').click()
    await setUp.button('Open the system’s settings').waitFor()
    await setUp.button('Yes').click()
    await pleasesAxe()

    await setUp.button('Finish').click()

    // WhatsApp is ticked until a day of calls has passed without it.
    await setUp.page.getByRole('heading', { name: 'One thing needs you' }).waitFor()
    expect(await setUp.page.title()).toBe('Ringtray – health')
    expect(await setUp.page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      expect.stringMatching(
        /^How you are reached[\s\S]*path proven just now · heard just now[\s\S]*Hearing$/,
      ),
      expect.stringMatching(/^What MyOperator sends[\s\S]*Wrong$/),
      'What was seen',
      expect.stringMatching(/^Who you are[\s\S]*Asha Rao[\s\S]*Told$/),
      expect.stringMatching(/^Notifications[\s\S]*Fine$/),
    ])
    await pleasesAxe()
  })

  it('finds health behind the same entry after a restart, and no window before that', async () => {
    expect(await app.end('SIGTERM')).toEqual({ code: 0, signal: null })
    app = await driveApp(dir)
    const item = await desktop.tray.itemOf(app)
    card = await cardWindow(app)
    expect(await send(v2Call({ customer: '+919852100006', agents: [asha] }).rings)).toBe(204)
    await card.shown('98521 00006')
    expect(app.opened()).toEqual([])

    ;[setUp] = await Promise.all([setUpPage(app), item.press('Set up and health…')])

    await setUp.page.getByText('The set-up is done').waitFor()
  })
})
