import type { NamedKey, SettingsChange, SettingsPage } from '../../../shared/settings-page.ts'

/**
 * The page as it will be once a change is saved, so that a tick stands where it was set. Whether a shortcut is free
 * only the system knows: it stays as it is until that is told.
 */
export function applyChange(page: SettingsPage, change: SettingsChange): SettingsPage {
  const next = { ...page }
  if (change.showCallsAs !== undefined) next.showCallsAs = change.showCallsAs
  if (change.shift !== undefined) next.shift = change.shift
  if (change.startsWithComputer !== undefined) next.startsWithComputer = change.startsWithComputer
  if (change.ignored !== undefined) next.ignored = change.ignored.map((key) => named(key, page))
  if (change.watchAll !== undefined) next.watchAll = change.watchAll
  if (change.watchAll === true) next.me = []
  if (change.me !== undefined) {
    next.me = change.me.map((key) => named(key, page))
    if (change.me.length > 0) next.watchAll = false
  }
  return next
}

function named(key: string, { me, ignored, agents }: SettingsPage): NamedKey {
  const known = [...me, ...ignored].find((one) => one.key === key)
  const agent = agents.find((one) => one.key === key)
  return known ?? { key, label: agent?.name ?? agent?.number ?? key }
}
