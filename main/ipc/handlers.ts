import type { CardAction } from '../../shared/card.ts'
import type { Connection, CopyRequest, Snapshot } from '../../shared/ipc-contract.ts'
import type { SettingsPage } from '../../shared/settings-page.ts'
import type { Status } from '../../shared/status.ts'
import { toEpochMs } from '../../shared/time.ts'
import type { CallerCard } from '../alerts/caller-card.ts'
import type { Display } from '../display.ts'
import { SpokenError } from '../errors.ts'
import { readArrived, readNotUnderstood } from '../history/arrived.ts'
import { readCallDetail } from '../history/call-detail.ts'
import type { RowWindows } from '../history/row-windows.ts'
import type { Log } from '../log.ts'
import type { Reach } from '../reach.ts'
import type { Receiver } from '../receiver.ts'
import type { Secrets } from '../secrets/secret-file.ts'
import { readSetUp } from '../set-up/set-up.ts'
import type { DeskSettings } from '../settings/desk-settings.ts'
import { readTunnelSettings } from '../tunnel/read-tunnel-settings.ts'
import { openOutside } from './open-outside.ts'
import type { Handlers } from './serve-requests.ts'
import { webhookUrlOf } from './text-to-copy.ts'

export interface HandlersOptions {
  receiver: Receiver
  rowWindows: RowWindows
  status(): Status
  display(): Display
  /** What a click asked the history for, told once. */
  takeWish(): Snapshot['wish']
  playPretendCall(): Promise<void>
  deskSettings: DeskSettings
  card: Pick<CallerCard, 'current' | 'drawn'>
  cardAction(action: CardAction): Promise<void>
  settingsPage(): Promise<SettingsPage>
  openSettings(): void
  reach: Reach
  secrets: Pick<Secrets, 'keep' | 'kept' | 'where'>
  openSetUp(): void
  openExternal(url: string): Promise<void>
  /** Puts it on the clipboard. */
  copy(request: CopyRequest): Promise<void>
  appVersion: string
  log: Log
}

/** What the windows can ask, each answered here. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { receiver, rowWindows, status, display, takeWish, deskSettings, appVersion, log } = options
  const { reach, secrets, openExternal } = options

  function connection(): Connection {
    const headerName = receiver.settings.current().proofs.header?.name ?? null
    return { webhookUrl: webhookUrlOf(receiver, reach.status().tunnel.publicUrl), headerName }
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
    copy: async (request) => void (await options.copy(request)),
    setDoNotDisturb: async (minutes) => void (await deskSettings.setDoNotDisturb(minutes)),
    card: options.card.current,
    cardDrawn: (revision, height) => void options.card.drawn(revision, height),
    cardAction: async (action) => void (await options.cardAction(action)),
    async settingsPage() {
      await receiver.ready
      return options.settingsPage()
    },
    changeSettings: async (change) => void (await deskSettings.change(change)),
    openSettings: () => void options.openSettings(),
    async setUp() {
      await receiver.ready
      return readSetUp({
        receiver,
        reach: reach.status(),
        display: display(),
        secrets,
        notificationProblem: status().notificationProblem,
      })
    },
    openSetUp: () => void options.openSetUp(),
    async chooseDoor(door) {
      await deskSettings.apply({ hasBegun: true })
      if (door === 'pretend') await options.playPretendCall()
    },
    setTraffic: async ({ callsPerDay }) => void (await deskSettings.apply({ callsPerDay })),
    async setTunnel(tunnel) {
      const { problem } = readTunnelSettings(tunnel)
      if (problem !== null) throw new SpokenError(`This way in cannot be opened: ${problem}.`)
      await deskSettings.applyReach({ tunnel })
    },
    async keepSecret(name, value) {
      await secrets.keep(name, value)
      await deskSettings.applyReach({})
    },
    probeNow: reach.probeNow,
    itIsAHoliday: async () => void (await reach.itIsAHoliday()),
    openOutside: async (what) => void (await openOutside(what, { reach, openExternal })),
    blindSpots: (from, to) => reach.blindSpots(toEpochMs(from), toEpochMs(to)),
  }
}
