const modifiers = [
  'CommandOrControl',
  'CmdOrCtrl',
  'Command',
  'Cmd',
  'Control',
  'Ctrl',
  'Alt',
  'Option',
  'AltGr',
  'Shift',
  'Super',
  'Meta',
]
const namedKeys = [
  'Plus',
  'Space',
  'Tab',
  'Backspace',
  'Delete',
  'Insert',
  'Return',
  'Enter',
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]
const key = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[`\-=[\]\\;',./])$/

/**
 * A shortcut that Electron can register for the whole desktop: one key and at least one modifier, Shift alone not
 * being one, because it would take a capital letter away from every program. Function keys need none.
 */
export function isAccelerator(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 60) return false
  const parts = value.split('+')
  const last = parts.pop() ?? ''
  if (!key.test(last) && !namedKeys.includes(last)) return false
  if (!parts.every((part) => modifiers.includes(part)) || new Set(parts).size !== parts.length) return false
  return /^F\d/.test(last) || parts.some((part) => part !== 'Shift')
}
