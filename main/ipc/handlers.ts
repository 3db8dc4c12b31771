import type { CardAction } from '../../shared/card.ts'
import type { Connection, Snapshot } from '../../shared/ipc-contract.ts'
import type { SettingsChange, SettingsPage } from '../../shared/settings-page.ts'
import type { Status } from '../../shared/status.ts'
import type { CallerCard } from '../alerts/caller-card.ts'
import type { Display } from '../display.ts'
import { readArrived, readNotUnderstood } from '../history/arrived.ts'
import { readCallDetail } from '../history/call-detail.ts'
import type { RowWindows } from '../history/row-windows.ts'
import type { Log } from '../log.ts'
import type { Receiver } from '../receiver.ts'
import type { Handlers } from './serve-requests.ts'
import { textToCopy, webhookUrlOf } from './text-to-copy.ts'

export interface HandlersOptions {
  receiver: Receiver
  rowWindows: RowWindows
  status(): Status
  display(): Display
  /** What a click asked the history for, told once. */
  takeWish(): Snapshot['wish']
  playPretendCall(): Promise<void>
  setDoNotDisturb(minutes: number | null): Promise<void>
  card: Pick<CallerCard, 'current' | 'drawn'>
  cardAction(action: CardAction): Promise<void>
  settingsPage(): Promise<SettingsPage>
  changeSettings(change: SettingsChange): Promise<void>
  openSettings(): void
  writeClipboard(text: string): void
  appVersion: string
  log: Log
}

/** What the windows can ask, each answered here. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { receiver, rowWindows, status, display, takeWish, writeClipboard, appVersion, log } = options

  function connection(): Connection {
    const headerName = receiver.settings.current().proofs.header?.name ?? null
    return { webhookUrl: webhookUrlOf(receiver), headerName }
  }

  return {
    snapshot: () => ({
      status: status(),
      connection: connection(),
      wish: takeWish(),
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
      writeClipboard(await textToCopy(request, { receiver, log }))
    },
    setDoNotDisturb: async (minutes) => void (await options.setDoNotDisturb(minutes)),
    card: options.card.current,
    cardDrawn: (revision, height) => void options.card.drawn(revision, height),
    cardAction: async (action) => void (await options.cardAction(action)),
    async settingsPage() {
      await receiver.ready
      return options.settingsPage()
    },
    changeSettings: async (change) => void (await options.changeSettings(change)),
    openSettings: () => void options.openSettings(),
  }
}
