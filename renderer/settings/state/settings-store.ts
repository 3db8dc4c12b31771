import type { SettingsChange, SettingsPage } from '../../../shared/settings-page.ts'
import { secondMs } from '../../../shared/time.ts'
import { failureReason } from '../../wording/failure-reason.ts'
import { applyChange } from './apply-change.ts'

export type SectionName =
  | 'showCallsAs'
  | 'whose'
  | 'doNotDisturb'
  | 'shift'
  | 'ignored'
  | 'keyboard'
  | 'startsWithComputer'

export type SaveState = { state: 'saving' } | { state: 'saved' } | { state: 'failed'; reason: string }

export interface SettingsView {
  /** What was read, with the changes that are on their way. Null until it was read. */
  page: SettingsPage | null
  /** Why it could not be read, or not read again. */
  failure: string | null
  saves: Partial<Record<SectionName, SaveState>>
}

/** The settings as this window shows them: read, and changed one thing at a time. */
export interface SettingsStore {
  subscribe(listener: () => void): () => void
  view(): SettingsView
  read(): void
  /** Resolves with whether it is saved. A change that fails is taken back, and its section says why. */
  change(section: SectionName, change: SettingsChange): Promise<boolean>
  setDoNotDisturb(minutes: number | null): Promise<boolean>
}

export interface SettingsStoreOptions {
  request(): Promise<SettingsPage>
  change(change: SettingsChange): Promise<void>
  setDoNotDisturb(minutes: number | null): Promise<void>
  after(delayMs: number, run: () => void): void
}

export const savedShownMs = 3 * secondMs

export function createSettingsStore(options: SettingsStoreOptions): SettingsStore {
  const listeners = new Set<() => void>()
  let kept: SettingsPage | null = null
  let pending: readonly SettingsChange[] = []
  let newestRead = 0
  let view: SettingsView = { page: null, failure: null, saves: {} }

  function publish(values: Partial<SettingsView> = {}) {
    view = { ...view, ...values, page: kept && pending.reduce(applyChange, kept) }
    for (const listener of listeners) listener()
  }

  function setSave(section: SectionName, save: SaveState) {
    publish({ saves: { ...view.saves, [section]: save } })
  }

  async function read() {
    const reading = ++newestRead
    try {
      const page = await options.request()
      // One that was begun later knows more.
      if (reading !== newestRead) return
      kept = page
      publish({ failure: null })
    } catch (error) {
      if (reading === newestRead) publish({ failure: failureReason(error) })
    }
  }

  async function save(section: SectionName, change: SettingsChange, send: () => Promise<void>) {
    pending = [...pending, change]
    setSave(section, { state: 'saving' })
    let outcome: SaveState = { state: 'saved' }
    try {
      await send()
      if (kept !== null) kept = applyChange(kept, change)
    } catch (error) {
      outcome = { state: 'failed', reason: failureReason(error) }
    }
    pending = pending.filter((other) => other !== change)
    setSave(section, outcome)
    options.after(savedShownMs, () => {
      if (outcome.state !== 'saved' || view.saves[section] !== outcome) return
      const { [section]: _over, ...saves } = view.saves
      publish({ saves })
    })
    void read()
    return outcome.state === 'saved'
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    view: () => view,
    read: () => void read(),
    change: (section, change) => save(section, change, () => options.change(change)),
    setDoNotDisturb: (minutes) => save('doNotDisturb', {}, () => options.setDoNotDisturb(minutes)),
  }
}
