import type { SettingsChange } from '../../../shared/settings-page.ts'
import { isAccelerator } from '../../settings/reading/accelerator.ts'
import { isBoolean, isShift, isShowCallsAs, isTextList, orNull } from '../../settings/reading/shapes.ts'
import { isObject } from '../../values.ts'
import { isText } from './is-text.ts'

const mostKeys = 1_000

/** What a window may change, and nothing else: the door, the proofs and the port are none of its business. */
const changeFields: { [N in keyof Required<SettingsChange>]: (value: unknown) => boolean } = {
  me: isKeys,
  watchAll: isBoolean,
  showCallsAs: isShowCallsAs,
  shift: orNull(isShift),
  ignored: isKeys,
  cardShortcut: orNull(isAccelerator),
  startsWithComputer: isBoolean,
}

export function isSettingsChange(value: unknown): value is SettingsChange {
  if (!isObject(value)) return false
  return Object.entries(value).every(
    ([name, field]) => Object.hasOwn(changeFields, name) && changeFields[name as keyof SettingsChange](field),
  )
}

function isKeys(value: unknown): boolean {
  return isTextList(value) && value.length <= mostKeys && value.every((key) => isText(key))
}
