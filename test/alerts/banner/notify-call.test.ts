import { describe, expect, it } from 'vitest'
import { notifyCall } from '../../../main/alerts/banner/notify-call.ts'

const banner = { id: 'a', title: '<b>Asha</b>\0', body: 'Sales & <i>Söhne</i>\0' }
const bodyFor = (capabilities: string[]) => notifyCall(banner, { replaces: 0, capabilities }).body ?? []

describe('the call of Notify', () => {
  it('is silent, stays, and names the app and what it replaces', () => {
    const { body = [] } = notifyCall(banner, { replaces: 7, capabilities: ['actions'] })

    expect(body.slice(0, 3)).toEqual(['Ringtray', 7, ''])
    expect(body.slice(5)).toEqual([
      ['default', 'Open'],
      [
        ['suppress-sound', ['b', true]],
        ['urgency', ['y', 1]],
        ['desktop-entry', ['s', 'ringtray']],
      ],
      0,
    ])
  })

  it.each([
    [['body', 'body-markup'], 'Sales &amp; &lt;i&gt;Söhne&lt;/i&gt;'],
    [['body'], 'Sales & <i>Söhne</i>'],
    [[], 'Sales & <i>Söhne</i>'],
  ])('escapes the body where it is read as markup: %j', (capabilities, body) => {
    expect(bodyFor(capabilities).slice(3, 5)).toEqual(['<b>Asha</b>', body])
  })

  it('offers no action to a service that would show a box with buttons for it', () => {
    expect(bodyFor(['body'])[5]).toEqual([])
  })
})
