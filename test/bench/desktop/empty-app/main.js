/** The peer of C7 and C12: an Electron app that does nothing and has no window. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'

app.setPath('userData', join(tmpdir(), `empty-app-${process.pid}`))
app.whenReady().then(() => process.stdout.write('ready\n'))
