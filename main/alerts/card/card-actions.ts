import type { Call } from '../../../shared/call.ts'
import type { CardAction } from '../../../shared/card.ts'
import type { Settings } from '../../../shared/settings.ts'
import { listedCustomer } from '../../calls/index/by-customer.ts'
import type { Screen } from '../screen/screen.ts'

export interface CardActionsOptions {
  screen: Screen
  settings(): Pick<Settings, 'ignored' | 'notMe'>
  /** Saves settings and puts them in effect. */
  changeSettings(values: Partial<Settings>): Promise<void>
  callOf(id: string): Promise<Call | null>
  openCall(id: string): void
  openMissed(): void
  openExternal(url: string): Promise<void>
  takeKeyboard(): void
  leaveKeyboard(): void
}

/** Does what a person does on the card. Whoever clicked a button has the keyboard back for what they were doing. */
export function createCardActions(options: CardActionsOptions): (action: CardAction) => Promise<void> {
  const { screen, settings, changeSettings, callOf, openCall, openMissed, openExternal } = options

  async function act(action: CardAction): Promise<void> {
    switch (action.do) {
      case 'dismiss':
        return dismiss(action.row)
      case 'open':
        return openCall(action.id)
      case 'open-missed':
        screen.dismissAway()
        return openMissed()
      case 'whatsapp':
        return openWhatsApp(await callOf(action.id))
      case 'ignore':
        return ignore(await callOf(action.id))
      case 'that-is-me':
        return changeSettings({ me: [action.agent], watchAll: false })
      case 'watch-all':
        return changeSettings({ watchAll: true, notMe: [] })
      case 'not-mine':
        return rejectCall(action.id)
      case 'type':
        return screen.setTyping(action.id, action.isTyping)
      case 'leave':
        return
    }
  }

  function dismiss(row: string) {
    if (row === 'missed') screen.dismissFolded()
    else if (row === 'away') screen.dismissAway()
    else screen.remove(row)
  }

  async function openWhatsApp(call: Call | null) {
    const number = call?.customer.number
    if (number) await openExternal(`https://wa.me/${number.replace(/\D/g, '')}`)
  }

  async function ignore(call: Call | null) {
    const key = call === null ? null : listedCustomer(call.customer)
    if (key !== null) await changeSettings({ ignored: [...new Set([...settings().ignored, key])] })
  }

  /** Nobody is set here: of its agents it is known now that they sit elsewhere. */
  async function rejectCall(id: string) {
    const agents = (await callOf(id))?.agents ?? []
    const keys = agents.flatMap(({ number, id: own }) => number ?? own ?? [])
    await changeSettings({ notMe: [...new Set([...settings().notMe, ...keys])] })
    screen.remove(id)
  }

  return async (action) => {
    if (action.do === 'type') (action.isTyping ? options.takeKeyboard : options.leaveKeyboard)()
    else if (action.do !== 'open' && action.do !== 'open-missed') options.leaveKeyboard()
    await act(action)
  }
}
