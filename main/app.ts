import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow, clipboard, dialog, session } from 'electron'
import type { Status } from '../shared/status.ts'
import { minuteMs, secondMs, toInstant } from '../shared/time.ts'
import { createAlerter } from './alerts/alerter.ts'
import { type AlertOutcome, isNews } from './alerts/explain.ts'
import { createNotificationPresenter } from './alerts/notification.ts'
import type { Changed } from './calls/book/call-book.ts'
import type { CallRecord } from './calls/call-record.ts'
import { appOrigin, serveAppPages } from './desktop/app-protocol.ts'
import { harden } from './desktop/harden.ts'
import { createHistoryWindow } from './desktop/history-window.ts'
import { trayIconPath, windowIconPath } from './desktop/icons.ts'
import { quitInOrder } from './desktop/quit.ts'
import { createTray } from './desktop/tray.ts'
import { isSilenced, type TrayAction } from './desktop/tray-menu.ts'
import { welcomeLines } from './desktop/welcome.ts'
import { createDisplay, isMine } from './display.ts'
import { describeError } from './errors.ts'
import { createRowWindows } from './history/row-windows.ts'
import { toHistoryRow } from './history/to-history-row.ts'
import { createAnnounce } from './ipc/announce.ts'
import { createChangedCalls } from './ipc/changed-calls.ts'
import { coalesce } from './ipc/coalesce.ts'
import { createHandlers } from './ipc/handlers.ts'
import { serveRequests } from './ipc/serve-requests.ts'
import { textToCopy } from './ipc/text-to-copy.ts'
import type { JournalEntry } from './journal/entry.ts'
import { createLog } from './log.ts'
import { playPretendCall } from './pretend/pretend-call.ts'
import { openReceiver, type Receiver } from './receiver.ts'

const host = '127.0.0.1'
const listenAgainMs = 5 * secondMs
/** A box that nobody answers (at log-in, under a supervisor) must not keep a process that can do nothing. */
const errorShownMs = 10 * secondMs
/** “3 min ago” in the tray moves on by itself. */
const refreshTrayMs = minuteMs
const gatherStatusMs = 50
const outDir = join(import.meta.dirname, '..')
/** While developing, Vite serves the pages. A packaged app shows its own and nothing else. */
const pagesUrl = (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || appOrigin

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
      onBookChanged,
      onStatus,
    })
  } catch (error) {
    // Another program has the folder, or a newer version wrote it: nothing was changed, and nothing can be done.
    log.warn('app.not-started', 'Ringtray could not start', error)
    await showErrorFor(errorShownMs, 'Ringtray could not start', describeError(error))
    app.exit(1)
    return
  }
  const { callBook, settings } = receiver

  const historyWindow = createHistoryWindow({ outDir, icon: windowIconPath, pagesUrl })
  let showCallId: string | null = null
  const announce = createAnnounce(() => BrowserWindow.getAllWindows())
  const changedCalls = createChangedCalls(announce)

  const display = () => createDisplay(settings.current())
  const isMineToo = (agents: Parameters<typeof isMine>[0]) =>
    isMine(agents, { me: settings.current().me, display: display() })
  const rowWindows = createRowWindows({
    index: callBook.index,
    isMine: ({ agents }) => isMineToo(agents),
    toRow: (row, firstOfDay) =>
      toHistoryRow(row, { display: display(), me: settings.current().me, firstOfDay }),
  })

  const alerter = createAlerter({
    presenter: createNotificationPresenter({ onOpen: openHistoryAt, log }),
    display,
    isMine: (call) => isMineToo(call.agents),
    doNotDisturb: () => isSilenced(settings.current(), Date.now()),
    keep: keepAlert,
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
    const isOwnWords = entry.kind === 'edit' && entry.field !== 'seen'
    if (!isOwnWords) alerter.onChanged(changed)
  }

  function onBookChanged() {
    rowWindows.forget()
    changedCalls.all()
  }

  function keepAlert(callId: string, outcome: AlertOutcome) {
    const decide = ({ edits }: CallRecord) =>
      isNews(outcome, edits.alert?.value) ? ({ field: 'alert', value: outcome } as const) : null
    receiver.edit(callId, decide).catch((error) => {
      log.warn('alert.not-kept', 'What was done about a call could not be kept', error)
    })
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
        return tryTo('play the pretend call', playPretendCall({ receiver, log }))
      case 'copy':
        return tryTo(
          'copy this',
          textToCopy({ what: action.what }, { receiver, log }).then((text) => clipboard.writeText(text)),
        )
      case 'do-not-disturb':
        return tryTo('change do not disturb', setDoNotDisturb(action.minutes))
      case 'quit':
        return app.quit()
    }
  }

  harden(app, session.defaultSession)
  serveAppPages(join(outDir, 'renderer'))
  serveRequests({
    origins: [pagesUrl],
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
    // A note that is still being typed is saved by its window as that closes.
    await historyWindow.close()
    alerter.stop()
    await receiver.stop()
    tray.destroy()
  })

  await listen()

  async function listen() {
    try {
      const url = await receiver.listen(host, settings.current().port)
      const lines = welcomeLines(url, settings.current())
      // The output of an installed app ends in the system's log, where no secret belongs.
      for (const line of app.isPackaged ? lines.slice(0, 1) : lines) process.stdout.write(`${line}\n`)
    } catch (error) {
      log.warn('listener.failed', describeError(error))
      setTimeout(listen, listenAgainMs).unref()
    }
  }
}

async function showErrorFor(ms: number, message: string, detail: string): Promise<void> {
  await Promise.race([dialog.showMessageBox({ type: 'error', message, detail }), wait(ms)])
}

/** The tray has no place of its own for bad news. */
function tryTo(what: string, trying: Promise<void>): void {
  trying.catch((error) => dialog.showErrorBox(`Ringtray could not ${what}`, describeError(error)))
}
