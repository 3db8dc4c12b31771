import type { Settings } from '../../shared/settings.ts'
import type { SettingsPage } from '../../shared/settings-page.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { Display } from '../display.ts'
import { meAndAgents } from './me-and-agents.ts'

export interface SettingsPageOptions {
  settings: Settings
  display: Pick<Display, 'number'>
  index: Pick<CallIndex, 'newest'>
  shortcutState: SettingsPage['shortcut']['state']
  startsWithComputer: boolean | null
  notificationProblem: string | null
}

/** What the settings window shows, its labels ready for the eye. */
export function settingsPage(options: SettingsPageOptions): SettingsPage {
  const { settings, display, index, shortcutState, startsWithComputer, notificationProblem } = options
  const { me, agents } = meAndAgents({ me: settings.me, display, index })
  return {
    me,
    watchAll: settings.watchAll,
    agents,
    showCallsAs: settings.showCallsAs,
    doNotDisturbUntil: settings.doNotDisturbUntil,
    shift: settings.shift,
    ignored: settings.ignored.map((key) => ({ key, label: display.number(key) })),
    shortcut: { accelerator: settings.cardShortcut, state: shortcutState },
    startsWithComputer,
    notificationProblem,
  }
}
