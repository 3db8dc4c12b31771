import type { Locator, Page } from 'playwright-core'
import type { DrivenApp } from './driven-app.ts'

export interface WindowState {
  isVisible: boolean
  isFocused: boolean
  bounds: { x: number; y: number; width: number; height: number }
}

/** The caller card as a person sees it. */
export interface CardWindow {
  page: Page
  rows: Locator
  row(text: string): Locator
  state(): Promise<WindowState>
  /** Resolves once the window is on the screen, and its page says the text. */
  shown(text: string): Promise<Locator>
  /** Resolves once nothing is left on it, nor on the screen. */
  gone(): Promise<void>
  /** Where on the screen the middle of something in it is. */
  pointOf(item: Locator): Promise<[x: number, y: number]>
}

export async function cardWindow(app: DrivenApp): Promise<CardWindow> {
  const page = await app.card()
  const handle = await app.electron.browserWindow(page)
  // Playwright lets every page believe that it has the keyboard.
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const rows = page.locator('main li')
  const row = (text: string) => rows.filter({ hasText: text })

  const state = () =>
    handle.evaluate((window) => ({
      isVisible: window.isVisible(),
      isFocused: window.isFocused(),
      bounds: window.getBounds(),
    }))

  /** `show` or `hide`, or no event where it is so already. */
  function untilVisible(isVisible: boolean): Promise<void> {
    return handle.evaluate(
      (window, wanted) =>
        new Promise<void>((resolve) => {
          const look = () => void (window.isVisible() === wanted && resolve())
          window.on('show', look)
          window.on('hide', look)
          look()
        }),
      isVisible,
    )
  }

  return {
    page,
    rows,
    row,
    state,
    async shown(text) {
      await row(text).first().waitFor()
      await untilVisible(true)
      return row(text).first()
    },
    async gone() {
      // It is hidden for a moment too where it gives the keyboard back.
      await page.waitForFunction(() => document.querySelector('main li') === null)
      await untilVisible(false)
    },
    async pointOf(item) {
      const box = await item.boundingBox()
      if (box === null) throw new Error('It is not to be seen')
      const { bounds } = await state()
      return [Math.round(bounds.x + box.x + box.width / 2), Math.round(bounds.y + box.y + box.height / 2)]
    },
  }
}
