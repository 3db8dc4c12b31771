/** The peer of C9: an empty window, prepared as the card's is, and a bare listener that shows and hides it. */
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

app.setPath('userData', join(tmpdir(), `prepared-window-${process.pid}`))
app.whenReady().then(async () => {
  const window = new BrowserWindow({
    x: 16,
    y: 600,
    width: 372,
    height: 120,
    show: false,
    frame: false,
    resizable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: '#ffffff',
    type: 'notification',
    webPreferences: { sandbox: true, backgroundThrottling: false },
  })
  window.setAlwaysOnTop(true, 'screen-saver')
  window.setVisibleOnAllWorkspaces(true)
  // Its page can be told from the window's own ground.
  await window.loadURL('data:text/html,<body style="background:%23dddddd">')
  const server = createServer((request, response) => {
    response.writeHead(204).end()
    if (request.url === '/show') window.showInactive()
    else window.hide()
  })
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`listens on http://127.0.0.1:${server.address().port}\n`),
  )
})
