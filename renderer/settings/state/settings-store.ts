import type { SettingsChange, SettingsPage } from '../../../shared/settings-page.ts'
import { createPageStore, type PageView } from '../../page-store/page-store.ts'
import { applyChange } from './apply-change.ts'

export type SectionName =
  | 'showCallsAs'
  | 'whose'
  | 'doNotDisturb'
  | 'shift'
  | 'ignored'
  | 'keyboard'
  | 'startsWithComputer'

/** The settings as this window shows them: read, and changed one thing at a time. */
export interface SettingsStore {
  subscribe(listener: () => void): () => void
  view(): PageView<SettingsPage, SectionName>
  read(): void
  /** Resolves with whether it is saved. A change that fails is taken back, and its section says why. */
  change(section: SectionName, change: SettingsChange): Promise<boolean>
  setDoNotDisturb(minutes: number | null): Promise<boolean>
}

interface SettingsStoreOptions {
  request(): Promise<SettingsPage>
  change(change: SettingsChange): Promise<void>
  setDoNotDisturb(minutes: number | null): Promise<void>
  after(delayMs: number, run: () => void): void
}

export function createSettingsStore(options: SettingsStoreOptions): SettingsStore {
  const store = createPageStore<SettingsPage, SectionName>(options)
  return {
    subscribe: store.subscribe,
    view: store.view,
    read: () => void store.read(),
    change: (section, change) =>
      store.save(section, {
        send: () => options.change(change),
        applied: (page) => applyChange(page, change),
      }),
    setDoNotDisturb: (minutes) =>
      store.save('doNotDisturb', { send: () => options.setDoNotDisturb(minutes) }),
  }
}
