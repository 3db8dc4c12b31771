import type { Platform } from '../wording/keys-wording.ts'

/** What of a key event says which keys are down. */
export interface PressedKeys {
  key: string
  code: string
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
  metaKey: boolean
}

/** Keys for the whole desktop, as Electron writes them, or why these cannot be taken. */
export type Captured =
  | { keys: string }
  /** So far only modifiers are held. */
  | { because: 'more-to-come' }
  /** A bare letter would be taken from every program. */
  | { because: 'no-modifier' }
  | { because: 'unknown-key' }

const modifierKeys = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn']

const namedCodes: Record<string, string> = {
  Space: 'Space',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
}

export function captureKeys(pressed: PressedKeys, platform: Platform): Captured {
  if (modifierKeys.includes(pressed.key)) return { because: 'more-to-come' }
  const key = keyOf(pressed)
  if (key === null) return { because: 'unknown-key' }
  const modifiers = [
    ...(pressed.ctrlKey ? ['Control'] : []),
    ...(pressed.metaKey ? [platform === 'mac' ? 'Command' : 'Super'] : []),
    ...(pressed.altKey ? ['Alt'] : []),
  ]
  if (modifiers.length === 0 && !/^F\d/.test(key)) return { because: 'no-modifier' }
  return { keys: [...modifiers, ...(pressed.shiftKey ? ['Shift'] : []), key].join('+') }
}

/** A letter is what is printed on the key; where Option or another script makes something else of it, its place. */
function keyOf({ key, code }: PressedKeys): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  return place?.[1] ?? place?.[2] ?? namedCodes[code] ?? null
}
