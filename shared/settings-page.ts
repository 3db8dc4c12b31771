import type { Instant } from './call.ts'
import type { Settings } from './settings.ts'

/** What the settings window shows. */
export interface SettingsPage {
  me: NamedKey[]
  watchAll: boolean
  /** Agents seen in the calls so far, the one rung last first, at most 50; those of `me` included. */
  agents: SeenAgent[]
  showCallsAs: Settings['showCallsAs']
  doNotDisturbUntil: Instant | null
  shift: Settings['shift']
  ignored: NamedKey[]
  shortcut: { accelerator: string | null; state: 'active' | 'taken' | 'off' }
  /** Null where this system cannot be asked. */
  startsWithComputer: boolean | null
  /** Why the system shows no notification, in a sentence; null: it does. */
  notificationProblem: string | null
}

/** E.164 or an id, and how a person reads it. */
export interface NamedKey {
  key: string
  label: string
}

export interface SeenAgent {
  /** E.164, or the id where there is no number. */
  key: string
  name: string | null
  /** Grouped. */
  number: string | null
  /** Begin of the newest call that rang them. */
  lastRungAt: Instant
}

/** Changes of settings that a window may ask for; each is at once in effect. */
export type SettingsChange = Partial<
  Pick<Settings, 'me' | 'watchAll' | 'showCallsAs' | 'shift' | 'ignored' | 'cardShortcut'>
> & { startsWithComputer?: boolean }
