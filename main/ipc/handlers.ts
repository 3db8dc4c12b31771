import type { Connection, CopyRequest } from '../../shared/ipc-contract.ts'
import { nationalDigits } from '../../shared/phone-number.ts'
import type { Status } from '../../shared/status.ts'
import { headerLine } from '../desktop/welcome.ts'
import type { Display } from '../display.ts'
import { SpokenError } from '../errors.ts'
import { findNotUnderstood, readArrived, readNotUnderstood } from '../history/arrived.ts'
import { readCallDetail } from '../history/call-detail.ts'
import { maskedReport } from '../history/masked-report.ts'
import type { RowWindows } from '../history/row-windows.ts'
import type { Log } from '../log.ts'
import type { Receiver } from '../receiver.ts'
import type { Handlers } from './serve-requests.ts'

export interface HandlersOptions {
  receiver: Receiver
  rowWindows: RowWindows
  status(): Status
  display(): Display
  /** The call that a banner's click asked for, told once. */
  takeShowCallId(): string | null
  playPretendCall(): Promise<void>
  setDoNotDisturb(minutes: number | null): Promise<void>
  writeClipboard(text: string): void
  appVersion: string
  log: Log
}

/** What the windows can ask, each answered here. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { receiver, rowWindows, status, display, takeShowCallId, writeClipboard, appVersion, log } = options

  function connection(): Connection {
    const { listener } = status()
    const webhookUrl = 'url' in listener ? listener.url : ''
    return { webhookUrl, headerName: receiver.settings.current().proofs.header?.name ?? null }
  }

  return {
    snapshot: () => ({
      status: status(),
      connection: connection(),
      showCallId: takeShowCallId(),
      appVersion,
    }),
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
    interpretAgain: () => receiver.rebuild(),
    async setNote(id, note) {
      await receiver.edit(id, { field: 'note', value: note })
    },
    async markSeen(id) {
      await receiver.edit(id, { field: 'seen', value: true })
    },
    pretendCall: async () => void (await options.playPretendCall()),
    async copy(request) {
      writeClipboard(await textToCopy(request, { receiver, connection: connection(), log }))
    },
    setDoNotDisturb: async (minutes) => void (await options.setDoNotDisturb(minutes)),
  }
}

interface CopySources {
  receiver: Receiver
  connection: Connection
  log: Log
}

async function textToCopy(request: CopyRequest, { receiver, connection, log }: CopySources): Promise<string> {
  const { proofs, country } = receiver.settings.current()
  switch (request.what) {
    case 'webhookUrl':
      return connection.webhookUrl
    case 'headerLine':
      if (proofs.header === null)
        throw new SpokenError('No header is set in settings.json, so there is none to copy.')
      return headerLine(proofs.header)
    case 'maskedReport': {
      const arrived = await findNotUnderstood(request.deliveryId, { receiver, log })
      if (arrived === null)
        throw new SpokenError('This delivery is no longer kept, so there is nothing to copy.')
      return maskedReport(arrived)
    }
    case 'number': {
      const record = await receiver.callBook.record(request.id)
      const customer = record === null ? null : receiver.callBook.callOf(record).customer
      if (customer?.number == null) return customer?.raw ?? ''
      return request.international ? customer.number : nationalDigits(customer.number, country)
    }
  }
}
