import type { App } from 'electron'

/**
 * However the app is told to end (menu, signal, log-out), everything is stopped first, once and within a bound: a
 * notification service that hangs must not keep it.
 */
export function quitInOrder(app: App, stop: () => Promise<void>): void {
  let state: 'running' | 'stopping' | 'stopped' = 'running'
  app.on('before-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'stopping') return
    state = 'stopping'
    void Promise.race([stop(), afterMs(quitDeadlineMs)]).finally(() => {
      state = 'stopped'
      app.quit()
    })
  })
  // Without a window there is still the tray.
  app.on('window-all-closed', () => {})
}

const quitDeadlineMs = 1_900

function afterMs(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
