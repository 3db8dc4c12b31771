import type { CardAction } from '../../../shared/card.ts'
import type { CopyRequest } from '../../../shared/ipc-contract.ts'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import type { CallerCard } from '../../alerts/caller-card.ts'
import type { Receiver } from '../../receiver.ts'
import type { DeskSettings } from '../../settings/desk-settings.ts'
import type { Handlers } from '../serve-requests.ts'

export interface DeskHandlersOptions {
  receiver: Pick<Receiver, 'ready'>
  card: Pick<CallerCard, 'current' | 'drawn'>
  cardAction(action: CardAction): Promise<void>
  deskSettings: Pick<DeskSettings, 'change' | 'setDoNotDisturb'>
  settingsPage(): Promise<SettingsPage>
  openSettings(): void
  /** Puts it on the clipboard: windows may not. */
  copy(request: CopyRequest): Promise<void>
}

/** What is asked of the card, the settings and the clipboard. */
export function deskHandlers(options: DeskHandlersOptions) {
  const { receiver, card, cardAction, deskSettings, settingsPage, openSettings, copy } = options
  return {
    card: card.current,
    cardDrawn: (revision, height) => void card.drawn(revision, height),
    cardAction: async (action) => void (await cardAction(action)),
    async settingsPage() {
      await receiver.ready
      return settingsPage()
    },
    changeSettings: async (change) => void (await deskSettings.change(change)),
    openSettings: () => void openSettings(),
    setDoNotDisturb: async (minutes) => void (await deskSettings.setDoNotDisturb(minutes)),
    copy: async (request) => void (await copy(request)),
  } satisfies Partial<Handlers>
}
