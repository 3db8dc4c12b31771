export type Platform = 'mac' | 'windows' | 'other'

export function platformOf(userAgent: string): Platform {
  if (userAgent.includes('Macintosh')) return 'mac'
  return userAgent.includes('Windows') ? 'windows' : 'other'
}

type Words = Record<Platform, string>

const control: Words = { mac: '⌃', windows: 'Ctrl', other: 'Ctrl' }
const command: Words = { mac: '⌘', windows: 'Win', other: 'Super' }
const alt: Words = { mac: '⌥', windows: 'Alt', other: 'Alt' }
const words: Record<string, Words> = {
  CommandOrControl: { ...control, mac: '⌘' },
  CmdOrCtrl: { ...control, mac: '⌘' },
  Control: control,
  Ctrl: control,
  Command: command,
  Cmd: command,
  Super: command,
  Meta: command,
  Alt: alt,
  Option: alt,
  Shift: { mac: '⇧', windows: 'Shift', other: 'Shift' },
  Plus: { mac: '+', windows: '+', other: '+' },
  Return: { mac: '↩', windows: 'Enter', other: 'Enter' },
}
const spoken: Record<string, string> = {
  '⌃': 'Control',
  '⌘': 'Command',
  '⌥': 'Option',
  '⇧': 'Shift',
  '↩': 'Return',
}

/** Electron's accelerator as the keys of this keyboard: `Ctrl`, `Alt`, `R`, or `⌘`, `⌥`, `R`. */
export function keyWords(accelerator: string, platform: Platform): string[] {
  return accelerator.split('+').map((part) => words[part]?.[platform] ?? part)
}

/** For the ear: `Ctrl Alt R`, `Command Option R`. */
export function spokenKeys(accelerator: string, platform: Platform): string {
  return keyWords(accelerator, platform)
    .map((word) => spoken[word] ?? word)
    .join(' ')
}
