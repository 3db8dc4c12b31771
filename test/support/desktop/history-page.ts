import type { Locator, Page } from 'playwright-core'
import type { DrivenApp } from './driven-app.ts'
import type { TrayItem } from './tray-item.ts'

/** The history window in words that a person would use for what stands in it. */
export interface HistoryPage {
  page: Page
  /** The rows that exist in the page, not all that there are. */
  rows: Locator
  row(text: string): Locator
  search: Locator
  detail: Locator
  note: Locator
  /** Chooses a call by what stands in its row, and waits for its detail. */
  open(text: string): Promise<Locator>
}

/** Opens the history from the tray, as a person does. */
export async function openHistory(app: DrivenApp, item: TrayItem): Promise<HistoryPage> {
  const [page] = await Promise.all([app.window(), item.press('Open history')])
  return historyPage(page)
}

export function historyPage(page: Page): HistoryPage {
  const rows = page.getByRole('option')
  const row = (text: string) => rows.filter({ hasText: text })
  const detail = page.getByRole('complementary', { name: 'Call' })
  return {
    page,
    rows,
    row,
    search: page.getByRole('searchbox'),
    detail,
    note: detail.getByRole('textbox', { name: 'Note' }),
    async open(text) {
      await row(text).first().click()
      await detail.getByRole('heading', { name: text }).waitFor()
      return detail
    },
  }
}
