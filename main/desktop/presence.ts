import { powerMonitor } from 'electron'
import type { Away } from '../alerts/away.ts'

/** Tells when the computer sleeps or is locked (macOS and Windows; Linux tells of sleep only). */
export function followPresence(away: Pick<Away, 'leave' | 'back'>): void {
  powerMonitor.on('suspend', () => away.leave('asleep'))
  powerMonitor.on('resume', () => away.back('asleep'))
  powerMonitor.on('lock-screen', () => away.leave('locked'))
  powerMonitor.on('unlock-screen', () => away.back('locked'))
}
