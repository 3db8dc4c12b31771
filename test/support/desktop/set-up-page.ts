import type { Locator, Page } from 'playwright-core'
import type { DrivenApp } from './driven-app.ts'

/** The set-up window in words that a person would use for what stands in it. */
export interface SetUpPage {
  page: Page
  button(name: string | RegExp): Locator
  /** Leads to a step by the list of them. */
  step(name: string): Promise<void>
  /** What is true of the way in now. */
  live: Locator
  /** A line that ticks itself, by its title. */
  check(title: string): Locator
  /** What to paste, field by field. */
  pastes(): Promise<string[][]>
  /** An agent who can be ticked, by name or number. */
  agent(name: string | RegExp): Locator
  clipboard(): Promise<string>
}

export async function setUpPage(app: DrivenApp): Promise<SetUpPage> {
  const page = await app.setUp()
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  return {
    page,
    button,
    async step(name) {
      await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name }).click()
    },
    live: page.getByRole('region', { name: 'The way in now' }),
    check: (title) => page.locator('.check').filter({ hasText: title }),
    pastes: () =>
      page
        .locator('.paste-line')
        .evaluateAll((lines) =>
          lines.map((line) =>
            ['dt', 'dd > :first-child'].map((part) => line.querySelector(part)?.textContent ?? ''),
          ),
        ),
    agent: (name) => page.getByRole('group', { name: 'That is me' }).getByRole('checkbox', { name }),
    clipboard: () => app.electron.evaluate(({ clipboard }) => clipboard.readText()),
  }
}
