import { secondMs } from '../../shared/time.ts'
import { failureReason } from '../wording/failure-reason.ts'

type SaveState = { state: 'saving' } | { state: 'saved' } | { state: 'failed'; reason: string }

export interface PageView<Page extends object, Part extends string> {
  /** What was read, with the changes that are on their way. Null until it was read. */
  page: Page | null
  /** Why it could not be read, or not read again. */
  failure: string | null
  saves: Partial<Record<Part, SaveState>>
}

/** What one window shows and changes: read whole, changed one part at a time. */
export interface PageStore<Page extends object, Part extends string> {
  subscribe(listener: () => void): () => void
  view(): PageView<Page, Part>
  /** Resolves when it is read, or could not be. */
  read(): Promise<void>
  /** Resolves with whether it is saved. A change that fails is taken back, and its part says why. */
  save(part: Part, save: Save<Page>): Promise<boolean>
}

interface Save<Page> {
  send(): Promise<void>
  /** The page as it will be; it stays as it is where only the other side knows. */
  applied?(page: Page): Page
}

interface PageStoreOptions<Page> {
  request(): Promise<Page>
  after(delayMs: number, run: () => void): void
}

export const savedShownMs = 3 * secondMs

export function createPageStore<Page extends object, Part extends string>({
  request,
  after,
}: PageStoreOptions<Page>): PageStore<Page, Part> {
  const listeners = new Set<() => void>()
  let kept: Page | null = null
  let pending: readonly Save<Page>[] = []
  let newestRead = 0
  let view: PageView<Page, Part> = { page: null, failure: null, saves: {} }

  function publish(values: Partial<PageView<Page, Part>> = {}) {
    view = { ...view, ...values, page: kept && pending.reduce<Page>(applySave, kept) }
    for (const listener of listeners) listener()
  }

  function setSave(part: Part, save: SaveState) {
    publish({ saves: { ...view.saves, [part]: save } })
  }

  async function read() {
    const reading = ++newestRead
    try {
      const page = await request()
      // One that was begun later knows more.
      if (reading !== newestRead) return
      kept = page
      publish({ failure: null })
    } catch (error) {
      if (reading === newestRead) publish({ failure: failureReason(error) })
    }
  }

  async function save(part: Part, change: Save<Page>) {
    pending = [...pending, change]
    setSave(part, { state: 'saving' })
    let outcome: SaveState = { state: 'saved' }
    try {
      await change.send()
      if (kept !== null) kept = applySave(kept, change)
    } catch (error) {
      outcome = { state: 'failed', reason: failureReason(error) }
    }
    pending = pending.filter((other) => other !== change)
    setSave(part, outcome)
    after(savedShownMs, () => {
      if (outcome.state !== 'saved' || view.saves[part] !== outcome) return
      const { [part]: _over, ...saves } = view.saves
      publish({ saves: saves as PageView<Page, Part>['saves'] })
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
    read,
    save,
  }
}

function applySave<Page>(page: Page, { applied }: Save<Page>): Page {
  return applied === undefined ? page : applied(page)
}
