import type { Status } from '../../../shared/status.ts'
import { hourMs, toEpochMs } from '../../../shared/time.ts'
import { isSilenced } from './state-lines.ts'

/** What the icon shows. */
export interface TrayState {
  /** `deaf`: what is sent now is not kept. `quiet`: it would be, but nothing came for an hour. */
  hearing: 'hearing' | 'quiet' | 'deaf'
  doNotDisturb: boolean
  /** Customers to call back. */
  count: number
}

export function trayState(status: Status, nowMs: number): TrayState {
  return {
    hearing: hearing(status, nowMs),
    doNotDisturb: isSilenced(status, nowMs),
    count: status.owed.mine,
  }
}

function hearing({ listener, storage, heardAt }: Status, nowMs: number): TrayState['hearing'] {
  if (listener.state === 'failed' || listener.state === 'shut' || storage.state === 'failing') return 'deaf'
  if (listener.state === 'starting' || heardAt === null) return 'quiet'
  return nowMs - toEpochMs(heardAt) <= hourMs ? 'hearing' : 'quiet'
}
