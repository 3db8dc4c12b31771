import type { Page } from 'playwright-core'
import type { DrivenApp } from './driven-app.ts'

/** Turns the whole app light or dark, as the system would, and waits until the page has heard of it. */
export async function inTheme(
  { electron }: Pick<DrivenApp, 'electron'>,
  page: Page,
  theme: 'light' | 'dark',
): Promise<void> {
  await electron.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
  await page.waitForFunction(
    (isDark) => matchMedia('(prefers-color-scheme: dark)').matches === isDark,
    theme === 'dark',
  )
}
