import { isSilenced, type Status } from '../../../shared/status.ts'
import { hourMs } from '../../../shared/time.ts'
import { heardMs } from './state-lines.ts'

/** What the icon shows. */
export interface TrayState {
  /**
   * `deaf`: what is sent now does not arrive or is not kept. `quiet`: no call comes where many should. `off`: no way in
   * is set up, which is no fault.
   */
  hearing: 'hearing' | 'quiet' | 'deaf' | 'off'
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

function hearing(status: Status, nowMs: number): TrayState['hearing'] {
  const { listener, storage, reach } = status
  if (listener.state === 'failed' || listener.state === 'shut' || storage.state === 'failing') return 'deaf'
  if (listener.state === 'starting') return 'off'
  switch (reach.hearing.word) {
    case 'hearing':
      return 'hearing'
    case 'quiet':
      return 'quiet'
    case 'not reachable':
      return 'deaf'
    case 'off':
      // Calls may come by a way that Ringtray does not look after.
      return nowMs - (heardMs(status) ?? Number.NEGATIVE_INFINITY) <= hourMs ? 'hearing' : 'off'
  }
}
