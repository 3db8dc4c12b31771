import type { CardAction } from '../../../shared/card.ts'
import { isObject } from '../../values.ts'
import { isText } from './is-text.ts'

type FieldTests<A extends CardAction> = { [F in Exclude<keyof A, 'do'>]: (value: unknown) => boolean }

/** The fields of every action. One without a row here does not compile. */
const actionFields: { [D in CardAction['do']]: FieldTests<Extract<CardAction, { do: D }>> } = {
  dismiss: { row: isName },
  open: { id: isName },
  'open-missed': {},
  whatsapp: { id: isName },
  ignore: { id: isName },
  'that-is-me': { agent: isName },
  'watch-all': {},
  'not-mine': { id: isName },
  type: { id: isName, isTyping: (value) => typeof value === 'boolean' },
  leave: {},
}

export function isCardAction(value: unknown): value is CardAction {
  if (!isObject(value) || typeof value.do !== 'string' || !Object.hasOwn(actionFields, value.do)) return false
  const fields = Object.entries(actionFields[value.do as CardAction['do']])
  return fields.every(([name, test]) => test(value[name]))
}

function isName(value: unknown): boolean {
  return isText(value) && value !== ''
}
