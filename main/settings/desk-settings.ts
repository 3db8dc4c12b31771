import type { Settings } from '../../shared/settings.ts'
import type { SettingsChange } from '../../shared/settings-page.ts'
import { isSilenced } from '../../shared/status.ts'
import { minuteMs, toInstant } from '../../shared/time.ts'
import { changeSettings } from './change-settings.ts'
import type { SettingsFile } from './settings-file.ts'

/** Changes settings of a running desktop: each is saved, and at once in effect. */
export interface DeskSettings {
  apply(values: Partial<Settings>): Promise<void>
  /** The way in, its secrets or the proofs are others: it is opened anew. */
  applyReach(values: Partial<Settings>): Promise<void>
  /** What the settings window asks for. */
  change(change: SettingsChange): Promise<void>
  /** For so many minutes; null ends it. */
  setDoNotDisturb(minutes: number | null): Promise<void>
}

export interface DeskSettingsOptions {
  file: Pick<SettingsFile, 'current' | 'change'>
  setStartsWithComputer(on: boolean): Promise<void>
  putInEffect(): void
  reopen(): void
  now(): number
}

export function createDeskSettings(options: DeskSettingsOptions): DeskSettings {
  const { file, setStartsWithComputer, putInEffect, reopen, now } = options

  async function apply(values: Partial<Settings>): Promise<void> {
    await file.change(values)
    putInEffect()
  }

  return {
    apply,
    async applyReach(values) {
      await apply(values)
      reopen()
    },
    async change(change) {
      await changeSettings(change, { settings: file, setStartsWithComputer })
      putInEffect()
    },
    async setDoNotDisturb(minutes) {
      if (minutes === null) return apply({ doNotDisturbUntil: null, doNotDisturbSince: null })
      const nowMs = now()
      const before = file.current()
      // Prolonged, it is still one time away.
      const since = isSilenced(before, nowMs) ? before.doNotDisturbSince : toInstant(nowMs)
      await apply({ doNotDisturbUntil: toInstant(nowMs + minutes * minuteMs), doNotDisturbSince: since })
    },
  }
}
