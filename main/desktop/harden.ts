import type { App, Session } from 'electron'

/**
 * A window of ours shows our pages and nothing else: it asks for no permission, goes nowhere, opens nothing. Outside
 * text (names, notes) is only ever shown, but should any of it become markup, it still reaches nothing.
 */
export function harden(app: App, session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
