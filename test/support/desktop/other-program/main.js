import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

const page = '<body><textarea id="box" style="width:90%;height:200px"></textarea>'

app.setPath('userData', join(tmpdir(), `other-program-${process.pid}`))
app.whenReady().then(async () => {
  const window = new BrowserWindow({ x: 0, y: 0, width: 500, height: 300 })
  await window.loadURL(`data:text/html,${encodeURIComponent(page)}`)
  window.webContents.on('console-message', (event, _level, message) =>
    process.stdout.write(`${JSON.stringify(event.message ?? message)}\n`),
  )
  await window.webContents.executeJavaScript(`
    box.focus()
    box.addEventListener('input', () => console.log(box.value))
  `)
  const focused = () => window.isFocused() || new Promise((resolve) => window.once('focus', resolve))
  if (process.argv.includes('--full-screen')) {
    const full = new Promise((resolve) => window.once('enter-full-screen', resolve))
    window.setFullScreen(true)
    await full
  }
  window.focus()
  await focused()
  process.stdout.write('ready\n')
})
