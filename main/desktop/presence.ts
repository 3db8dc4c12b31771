import { powerMonitor } from 'electron'
import type { Away } from '../alerts/away.ts'
import type { Reach } from '../reach.ts'

export interface PresenceOptions {
  away: Pick<Away, 'leave' | 'back'>
  reach: Pick<Reach, 'suspended' | 'woke' | 'unlocked'>
}

/** Tells when the computer sleeps or is locked (macOS and Windows; Linux tells of sleep only). */
export function followPresence({ away, reach }: PresenceOptions): void {
  powerMonitor.on('suspend', () => {
    away.leave('asleep')
    reach.suspended()
  })
  powerMonitor.on('resume', () => {
    reach.woke()
    away.back('asleep')
  })
  powerMonitor.on('lock-screen', () => away.leave('locked'))
  powerMonitor.on('unlock-screen', () => {
    reach.unlocked()
    away.back('locked')
  })
}
