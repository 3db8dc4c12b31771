import type { Connection, Snapshot } from '../../../shared/ipc-contract.ts'
import type { Status } from '../../../shared/status.ts'
import { toEpochMs } from '../../../shared/time.ts'
import type { Display } from '../../display.ts'
import { readArrived, readNotUnderstood } from '../../history/arrived.ts'
import { readCallDetail } from '../../history/call-detail.ts'
import type { RowWindows } from '../../history/row-windows.ts'
import type { Log } from '../../log.ts'
import type { Reach } from '../../reach.ts'
import type { Receiver } from '../../receiver.ts'
import type { Handlers } from '../serve-requests.ts'
import { webhookUrlOf } from '../text-to-copy.ts'

export interface CallHandlersOptions {
  receiver: Receiver
  reach: Pick<Reach, 'blindSpots'>
  rowWindows: RowWindows
  status(): Status
  display(): Display
  /** What a click asked the history for, told once. */
  takeWish(): Snapshot['wish']
  appVersion: string
  log: Log
}

/** What is asked about calls. */
export function callHandlers(options: CallHandlersOptions) {
  const { receiver, reach, rowWindows, status, display, takeWish, appVersion, log } = options

  function connection(): Connection {
    const headerName = receiver.settings.current().proofs.header?.name ?? null
    return { webhookUrl: webhookUrlOf(receiver, status().reach.tunnel.publicUrl), headerName }
  }

  return {
    snapshot: () => ({ status: status(), connection: connection(), wish: takeWish(), appVersion }),
    async rows(query) {
      await receiver.ready
      return rowWindows.read(query)
    },
    async call(id) {
      await receiver.ready
      return readCallDetail(id, { callBook: receiver.callBook, display: display() })
    },
    async arrived(callId) {
      await receiver.ready
      return readArrived(callId, { receiver, log })
    },
    async notUnderstood() {
      await receiver.ready
      return readNotUnderstood({ receiver, log })
    },
    blindSpots: (from, to) => reach.blindSpots(toEpochMs(from), toEpochMs(to)),
    interpretAgain: () => receiver.rebuild(),
    async setNote(id, note) {
      await receiver.edit(id, { field: 'note', value: note })
    },
    async markSeen(id) {
      await receiver.edit(id, { field: 'seen', value: true })
    },
  } satisfies Partial<Handlers>
}
