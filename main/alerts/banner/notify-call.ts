import { type Banner, escapeMarkup } from '../banner-text.ts'
import type { BusCall } from './session-bus.ts'

export const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
}
/** What a click on the banner itself is called by the specification. */
export const clickAction = 'default'

const normalUrgency = 1
const never = 0

/** `Notify` of the Desktop Notifications Specification. `replaces`: the number of the banner to replace, 0 for none. */
export function notifyCall(
  { title, body }: Banner,
  { replaces, capabilities }: { replaces: number; capabilities: string[] },
): BusCall {
  const has = (capability: string) => capabilities.includes(capability)
  const hints = [
    // The phone rings already.
    ['suppress-sound', ['b', true]],
    ['urgency', ['y', normalUrgency]],
    ['desktop-entry', ['s', 'ringtray']],
  ]
  // A service that knows no actions may show a box with buttons instead.
  const actions = has('actions') ? [clickAction, 'Open'] : []
  const text = has('body-markup') ? escapeMarkup(body) : body
  // The bus throws out who sends it a NUL.
  const [safeTitle, safeBody] = [title, text].map((each) => each.replaceAll('\0', ''))
  return {
    ...service,
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: ['Ringtray', replaces, '', safeTitle, safeBody, actions, hints, never],
  }
}
