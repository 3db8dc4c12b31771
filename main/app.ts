import { join } from 'node:path'
import { app, BrowserWindow, clipboard, dialog, session } from 'electron'
import type { Status } from '../shared/status.ts'
import { minuteMs, secondMs, toInstant } from '../shared/time.ts'
import { createAlerter } from './alerts/alerter.ts'
import { type AlertOutcome, isNews } from './alerts/explain.ts'
import { createNotificationPresenter } from './alerts/notification.ts'
import type { Changed } from './calls/book/call-book.ts'
import { appOrigin, serveAppPages } from './desktop/app-protocol.ts'
import { harden } from './desktop/harden.ts'
import { createHistoryWindow } from './desktop/history-window.ts'
import { trayIconPath, windowIconPath } from './desktop/icons.ts'
import { quitInOrder } from './desktop/quit.ts'
import { createTray } from './desktop/tray.ts'
import { isSilenced, type TrayAction } from './desktop/tray-menu.ts'
import { headerLine, welcomeLines } from './desktop/welcome.ts'
import { describeError } from './errors.ts'
import { createDisplay, isMine } from './history/display.ts'
import { createRowWindows } from './history/row-windows.ts'
import { toHistoryRow } from './history/to-history-row.ts'
import { createAnnounce } from './ipc/announce.ts'
import { createChangedCalls } from './ipc/changed-calls.ts'
import { coalesce } from './ipc/coalesce.ts'
import { createHandlers } from './ipc/handlers.ts'
import { serveRequests } from './ipc/serve-requests.ts'
import type { JournalEntry } from './journal/entry.ts'
import { createLog } from './log.ts'
import { playPretendCall } from './pretend/pretend-call.ts'
import { openReceiver, type Receiver } from './receiver.ts'

const host = '127.0.0.1'
const listenAgainMs = 5 * secondMs
/** “3 min ago” in the tray moves on by itself. */
const refreshTrayMs = minuteMs
const gatherStatusMs = 50
const outDir = join(import.meta.dirname, '..')

/** Wires every part of the desktop app by hand. Resolves when calls can arrive, or it is said why they cannot. */
export async function startApp(dataDir: string): Promise<void> {
  // Started from a desktop there may be nobody to read, or nobody any more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const log = createLog((line) => process.stderr.write(line))
  const onStatus = coalesce(() => showStatus(), gatherStatusMs)
  let receiver: Receiver
  try {
    receiver = await openReceiver({
      dir: dataDir,
      command: 'the desktop app',
      now: Date.now,
      log,
      onChanged,
      onStatus,
    })
  } catch (error) {
    // Another program has the folder, or a newer version wrote it: nothing was changed, and nothing can be done.
    log.warn('app.not-started', 'Ringtray could not start', error)
    dialog.showErrorBox('Ringtray could not start', describeError(error))
    app.exit(1)
    return
  }
  const { callBook, settings } = receiver

  const historyWindow = createHistoryWindow({ outDir, icon: windowIconPath })
  let showCallId: string | null = null
  const announce = createAnnounce(() => BrowserWindow.getAllWindows())
  const changedCalls = createChangedCalls(announce)

  const display = () => createDisplay(settings.current())
  const isMineToo = (agents: Parameters<typeof isMine>[0]) =>
    isMine(agents, { me: settings.current().me, display: display() })
  const rowWindows = createRowWindows({
    index: callBook.index,
    isMine: ({ agents }) => isMineToo(agents.map(([key]) => ({ number: key, id: key }))),
    toRow: (row, firstOfDay) =>
      toHistoryRow(row, { display: display(), me: settings.current().me, firstOfDay }),
  })

  const alerter = createAlerter({
    presenter: createNotificationPresenter({ onOpen: openHistoryAt, log }),
    display,
    isMine: (call) => isMineToo(call.agents),
    doNotDisturb: () => isSilenced(settings.current(), Date.now()),
    keep: (callId, outcome) => void keepAlert(callId, outcome),
    now: Date.now,
  })
  const tray = createTray({ iconPath: trayIconPath, onAction: onTrayAction })

  function status(): Status {
    return { ...receiver.status(), doNotDisturbUntil: settings.current().doNotDisturbUntil }
  }

  function showStatus() {
    const headerName = settings.current().proofs.header?.name ?? null
    tray.update({ status: status(), nowMs: Date.now(), headerName })
    announce('statusChanged', status())
  }

  function onChanged(changed: Changed, entry: JournalEntry) {
    rowWindows.forget()
    changedCalls.add(changed.callId)
    const isAlertOnly = entry.kind === 'edit' && entry.field !== 'seen'
    if (!isAlertOnly) alerter.onChanged(changed)
  }

  async function keepAlert(callId: string, outcome: AlertOutcome) {
    const record = await callBook.record(callId)
    if (record !== null && isNews(outcome, record.edits.alert?.value)) {
      await receiver.edit(callId, { field: 'alert', value: outcome })
    }
  }

  function openHistoryAt(callId: string) {
    showCallId = callId
    historyWindow.open()
    announce('showCall', { id: callId })
  }

  async function setDoNotDisturb(minutes: number | null) {
    await settings.change({
      doNotDisturbUntil: minutes === null ? null : toInstant(Date.now() + minutes * minuteMs),
    })
    onStatus()
  }

  function onTrayAction(action: TrayAction) {
    switch (action.do) {
      case 'open-history':
        return historyWindow.open()
      case 'pretend-call':
        return void playPretendCall({ receiver, log }).catch((error) => {
          dialog.showErrorBox('The pretend call could not be played', describeError(error))
        })
      case 'copy-webhook-url': {
        const { listener } = receiver.status()
        return clipboard.writeText('url' in listener ? listener.url : '')
      }
      case 'copy-header-line': {
        const { header } = settings.current().proofs
        return clipboard.writeText(header === null ? '' : headerLine(header))
      }
      case 'do-not-disturb':
        return void setDoNotDisturb(action.minutes)
      case 'quit':
        return app.quit()
    }
  }

  harden(app, session.defaultSession)
  serveAppPages(join(outDir, 'renderer'))
  serveRequests({
    origins: [appOrigin, ...(process.env.ELECTRON_RENDERER_URL ? [process.env.ELECTRON_RENDERER_URL] : [])],
    log,
    handlers: createHandlers({
      receiver,
      rowWindows,
      status,
      display,
      takeShowCallId: () => {
        const taken = showCallId
        showCallId = null
        return taken
      },
      playPretendCall: () => playPretendCall({ receiver, log }),
      setDoNotDisturb,
      writeClipboard: (text) => clipboard.writeText(text),
      appVersion: app.getVersion(),
      log,
    }),
  })
  app.on('second-instance', historyWindow.open)
  app.on('activate', historyWindow.open)
  setInterval(onStatus, refreshTrayMs).unref()
  receiver.ready.then(changedCalls.all, (error) => {
    log.warn('book.not-read', 'The call book could not be read', error)
    dialog.showErrorBox('Ringtray cannot read its calls', describeError(error))
    app.quit()
  })
  quitInOrder(app, async () => {
    alerter.stop()
    await receiver.stop()
    tray.destroy()
  })

  await listen()

  async function listen() {
    try {
      const url = await receiver.listen(host, settings.current().port)
      for (const line of welcomeLines(url, settings.current())) process.stdout.write(`${line}\n`)
    } catch (error) {
      log.warn('listener.failed', describeError(error))
      setTimeout(listen, listenAgainMs).unref()
    }
  }
}
