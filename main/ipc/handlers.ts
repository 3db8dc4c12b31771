import type { Connection, CopyRequest } from '../../shared/ipc-contract.ts'
import { nationalDigits } from '../../shared/phone-number.ts'
import type { Status } from '../../shared/status.ts'
import { headerLine } from '../desktop/welcome.ts'
import { SpokenError } from '../errors.ts'
import { readCallDetail } from '../history/call-detail.ts'
import type { Display } from '../history/display.ts'
import type { RowWindows } from '../history/row-windows.ts'
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
}

/** What the windows can ask, each answered here. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { receiver, rowWindows, status, display, takeShowCallId, writeClipboard, appVersion } = options

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
    async setNote(id, note) {
      await receiver.edit(id, { field: 'note', value: note })
    },
    async markSeen(id) {
      await receiver.edit(id, { field: 'seen', value: true })
    },
    pretendCall: async () => void (await options.playPretendCall()),
    async copy(request) {
      writeClipboard(await textToCopy(request, receiver, connection()))
    },
    setDoNotDisturb: async (minutes) => void (await options.setDoNotDisturb(minutes)),
  }
}

async function textToCopy(
  request: CopyRequest,
  receiver: Receiver,
  { webhookUrl }: Connection,
): Promise<string> {
  const { proofs, country } = receiver.settings.current()
  switch (request.what) {
    case 'webhookUrl':
      return webhookUrl
    case 'headerLine':
      if (proofs.header === null)
        throw new SpokenError('No header is set in settings.json, so there is none to copy.')
      return headerLine(proofs.header)
    case 'number': {
      const record = await receiver.callBook.record(request.id)
      const customer = record === null ? null : receiver.callBook.callOf(record).customer
      if (customer?.number == null) return customer?.raw ?? ''
      return request.international ? customer.number : nationalDigits(customer.number, country)
    }
  }
}
