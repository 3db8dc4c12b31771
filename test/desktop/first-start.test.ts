import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { passOn, standIns } from '../flow/hearing/stand-ins.ts'
import { callsOf } from '../support/desktop/calls-command.ts'
import { cardWindow } from '../support/desktop/card-window.ts'
import { dataFolder, useDesktop } from '../support/desktop/desktop.ts'
import { driveApp } from '../support/desktop/driven-app.ts'
import { freePort } from '../support/desktop/free-port.ts'
import { setUpPage } from '../support/desktop/set-up-page.ts'
import { deliver } from '../support/provider.ts'
import { proof } from '../support/settings.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { v2Call } from '../support/v2-call.ts'

const asha = '+919000010001'

describe('the first start', () => {
  const desktop = useDesktop()
  const network = standIns()
  afterAll(() => network.end())

  const savedIn = async (dir: string) => JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8'))

  it('shows a pretend call from the door, before there is anything', async () => {
    // Nothing is set: not even a folder is there.
    const dir = join(tempFolder(), 'data')
    const app = await driveApp(dir)
    const card = await cardWindow(app)
    const setUp = await setUpPage(app)

    await setUp.button(/^Just show me a pretend call/).click()

    const [row] = await Promise.all([card.shown('Pretend call'), desktop.banners.shown('Pretend call')])
    expect(await row.innerText()).toMatch(/Ringing/)
    await setUp.page.getByText('A pretend call rings now').waitFor()
    expect(await setUp.button(/^I set this up for my company/).count()).toBe(1)
    expect(await callsOf(dir)).toEqual([])
    expect(await savedIn(dir)).toMatchObject({ hasBegun: true, tunnel: null })
    await app.end('SIGTERM')
  })

  it('leads to the end by the keyboard alone, and is done only after a real ring and a real end', async () => {
    const port = await freePort()
    const dir = await dataFolder({ port, hasBegun: false })
    const url = `http://127.0.0.1:${await network.listen(passOn(port))}/webhook`
    const setUp = await setUpPage(await driveApp(dir))
    const { keyboard } = setUp.page
    const send = (event: object) =>
      deliver(url, JSON.stringify(event), { 'content-type': 'application/json' })

    async function tabTo(item: Locator): Promise<void> {
      await item.waitFor()
      for (let stops = 0; stops < 40; stops++) {
        await keyboard.press('Tab')
        if (await hasFocus(item)) return
      }
      throw new Error(`No tab leads to ${item}`)
    }
    async function press(name: string | RegExp): Promise<void> {
      await tabTo(setUp.button(name))
      await keyboard.press('Enter')
    }
    /** Who turns a page by keyboard goes on at its head. */
    const headed = (name: string) =>
      expect.poll(() => hasFocus(setUp.page.getByRole('heading', { level: 1, name }))).toBe(true)

    await press(/^I set this up for my company/)
    await headed('How are you reached?')
    await tabTo(setUp.page.getByLabel('How many calls'))
    await keyboard.type('120')
    await keyboard.press('Enter')
    const own = setUp.page.getByRole('radio', { name: 'An address of my own' })
    await tabTo(setUp.page.getByRole('radio').first())
    await keyboard.press('Space')
    for (let steps = 0; steps < 4 && !(await own.isChecked()); steps++) await keyboard.press('ArrowDown')
    await tabTo(setUp.page.getByLabel('Public address'))
    await keyboard.type(url)
    await keyboard.press('Enter')
    await setUp.live.getByText('Hearing').waitFor()
    expect(await hasFocus(setUp.button('Change the way in'))).toBe(true)

    await press('Next: paste into MyOperator')
    await headed('Paste this into MyOperator’s webhook form')
    await press('Copy the secret')
    await expect.poll(setUp.clipboard).toBe(proof[1])
    const call = v2Call({ customer: '+919853100001', agents: [asha] })
    await send(call.rings)
    await setUp.check('Ringing seen').getByText('seen just now').waitFor()
    await press('Skip for now')

    await headed('Who are you?')
    await tabTo(setUp.agent('90000 10001'))
    await keyboard.press('Space')
    await expect.poll(async () => (await savedIn(dir)).me).toEqual([asha])
    await press('Next: did you see it?')
    await headed('See what a call looks like')
    await press('Play a pretend call')
    await desktop.banners.shownTimes('Pretend call', 2)
    await press('Yes')
    await setUp.page.getByText('Done once a real call has rung and ended.').waitFor()
    expect(await setUp.button('Finish').count()).toBe(0)

    await send(call.ends)
    await press('Finish')
    await headed('All is well')
    await press(/^Who you are/)
    await tabTo(setUp.agent('90000 10001'))
  })
})

function hasFocus(item: Locator): Promise<boolean> {
  return item.evaluate((element) => element === document.activeElement)
}
