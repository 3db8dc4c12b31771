import type { SettingsPage } from '../../../shared/settings-page.ts'

export const examplePage: SettingsPage = {
  me: [],
  watchAll: false,
  agents: [
    { key: '+919823045678', name: 'Asha', number: '98230 45678', lastRungAt: '2026-11-23T10:00:00.000Z' },
    { key: '+918586848544', name: null, number: '85868 48544', lastRungAt: '2026-11-23T09:00:00.000Z' },
    { key: 'u7', name: null, number: null, lastRungAt: '2026-11-23T08:00:00.000Z' },
  ],
  showCallsAs: 'card and notification',
  doNotDisturbUntil: null,
  shift: null,
  ignored: [
    { key: '+919876543210', label: '98765 43210' },
    { key: 'Private', label: 'Private' },
  ],
  shortcut: { accelerator: 'CommandOrControl+Alt+R', state: 'active' },
  startsWithComputer: false,
  notificationProblem: null,
}
