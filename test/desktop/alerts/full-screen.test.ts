import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCall } from '../../support/desktop/a-call.ts'
import { doorOf } from '../../support/desktop/app.ts'
import { type CardWindow, cardWindow } from '../../support/desktop/card-window.ts'
import { curl } from '../../support/desktop/curl.ts'
import { dataFolder, useDesktop } from '../../support/desktop/desktop.ts'
import { driveApp } from '../../support/desktop/driven-app.ts'
import { hand } from '../../support/desktop/hand.ts'
import { type OtherProgram, startOtherProgram } from '../../support/desktop/other-program.ts'
import { manageWindowsBy } from '../../support/desktop/window-manager.ts'

const me = '918586848544'
const fiftyKeys = 'the quick brown fox jumps over the lazy dog again.'

describe('a program that fills the screen', () => {
  useDesktop()
  let url: string
  let card: CardWindow
  let program: OtherProgram

  beforeAll(async () => {
    // openbox puts notifications below what fills the screen; most desktops put them above, as this one does.
    await manageWindowsBy('xfwm4')
    const app = await driveApp(await dataFolder({ me: [`+${me}`] }))
    url = await doorOf(app)
    card = await cardWindow(app)
    program = await startOtherProgram({ isFullScreen: true })
  })

  afterAll(async () => {
    program?.stop()
    await manageWindowsBy('openbox')
  })

  it('keeps every key while the card comes above it', async () => {
    const typing = hand.type(fiftyKeys)
    await curl(url, aCall({ number: '919847100001' }).rings)
    const row = await card.shown('98471 00001')
    await typing

    await program.hasTyped(fiftyKeys.length)
    expect(program.typed()).toBe(fiftyKeys)
    expect((await card.state()).isFocused).toBe(false)
    // A click goes to what lies on top.
    await hand.click(await card.pointOf(row.getByRole('button', { name: /Dismiss/ })))
    await card.gone()
    await hand.type('!')
    await program.hasTyped(fiftyKeys.length + 1)
    expect(program.typed()).toBe(`${fiftyKeys}!`)
  })
})
