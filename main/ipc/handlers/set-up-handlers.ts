import type { Status } from '../../../shared/status.ts'
import type { Display } from '../../display.ts'
import { SpokenError } from '../../errors.ts'
import type { Reach } from '../../reach.ts'
import type { Receiver } from '../../receiver.ts'
import type { Secrets } from '../../secrets/secret-file.ts'
import { readSetUp } from '../../set-up/set-up.ts'
import type { DeskSettings } from '../../settings/desk-settings.ts'
import { readTunnelSettings } from '../../tunnel/read-tunnel-settings.ts'
import { openOutside } from '../open-outside.ts'
import type { Handlers } from '../serve-requests.ts'

export interface SetUpHandlersOptions {
  receiver: Receiver
  reach: Reach
  secrets: Pick<Secrets, 'keep' | 'kept' | 'where'>
  deskSettings: Pick<DeskSettings, 'apply' | 'applyReach'>
  status(): Status
  display(): Display
  playPretendCall(): Promise<void>
  openSetUp(): void
  openExternal(url: string): Promise<void>
}

/** What is asked about how calls get here. */
export function setUpHandlers(options: SetUpHandlersOptions) {
  const { receiver, reach, secrets, deskSettings, status, display, playPretendCall, openExternal } = options
  return {
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
      if (door === 'pretend') await playPretendCall()
    },
    pretendCall: async () => void (await playPretendCall()),
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
  } satisfies Partial<Handlers>
}
