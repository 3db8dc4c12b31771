import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow, clipboard, dialog, session, shell } from 'electron'
import type { CopyRequest } from '../shared/ipc-contract.ts'
import type { Status } from '../shared/status.ts'
import { minuteMs, secondMs } from '../shared/time.ts'
import { createAlerts } from './alerts/alerts.ts'
import { createBadge } from './alerts/badge.ts'
import { createCallerCard } from './alerts/caller-card.ts'
import { createCardActions } from './alerts/card/card-actions.ts'
import { createNotificationPresenter } from './alerts/notification.ts'
import type { Changed } from './calls/book/call-book.ts'
import { createOwedWatch } from './customers/owed-watch.ts'
import { appOrigin, serveAppPages } from './desktop/app-protocol.ts'
import { createAutostart } from './desktop/autostart.ts'
import { harden } from './desktop/harden.ts'
import { createHistoryWindow } from './desktop/history-window.ts'
import { trayIconPaths, windowIconPath } from './desktop/icons.ts'
import { keepListening } from './desktop/keep-listening.ts'
import { followPresence } from './desktop/presence.ts'
import { quitInOrder } from './desktop/quit.ts'
import { createSettingsWindow } from './desktop/settings-window.ts'
import { createSetUpWindow } from './desktop/setup-window.ts'
import { createShortcut } from './desktop/shortcut.ts'
import { recentCalls } from './desktop/tray/recent-calls.ts'
import { createTray } from './desktop/tray.ts'
import { createTrayActions } from './desktop/tray-actions.ts'
import { createWishes } from './desktop/wishes.ts'
import { createDisplay, isMine } from './display.ts'
import { describeError } from './errors.ts'
import { createRowWindows } from './history/row-windows.ts'
import { toHistoryRow } from './history/to-history-row.ts'
import { createAnnounce } from './ipc/announce.ts'
import { createChangedCalls } from './ipc/changed-calls.ts'
import { coalesce } from './ipc/coalesce.ts'
import { createHandlers } from './ipc/handlers/handlers.ts'
import { serveRequests } from './ipc/serve-requests.ts'
import { textToCopy } from './ipc/text-to-copy.ts'
import type { JournalEntry } from './journal/entry.ts'
import { createLog } from './log.ts'
import { playPretendCall } from './pretend/pretend-call.ts'
import { openReach, type Reach, unreached } from './reach.ts'
import { openReceiver, type Receiver } from './receiver.ts'
import { openSecretFile } from './secrets/secret-file.ts'
import { systemCipher } from './secrets.ts'
import { createAgentNames } from './settings/agent-names.ts'
import { createDeskSettings } from './settings/desk-settings.ts'
import { settingsPage } from './settings/settings-page.ts'

/** A box that nobody answers (at log-in, under a supervisor) must not keep a process that can do nothing. */
const errorShownMs = 10 * secondMs
/** “3 min ago” in the tray moves on by itself. */
const refreshTrayMs = minuteMs
const gatherStatusMs = 50
/** Far more than five of them are mine, unless hardly any are. */
const recentRowsRead = 200
const outDir = join(import.meta.dirname, '..')
/** While developing, Vite serves the pages. A packaged app shows its own and nothing else. */
const pagesUrl = (!app.isPackaged && process.env.ELECTRON_RENDERER_URL) || appOrigin

/** Wires every part of the desktop app by hand. Resolves when calls can arrive, or it is said why they cannot. */
export async function startApp(dataDir: string): Promise<void> {
  // Started from a desktop there may be nobody to read, or nobody any more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const log = createLog((line) => process.stderr.write(line))
  const now = Date.now
  const onStatus = coalesce(() => showStatus(), gatherStatusMs)
  let receiver: Receiver
  let reach: Reach | null = null
  try {
    receiver = await openReceiver({
      dir: dataDir,
      command: 'the desktop app',
      now,
      log,
      onChanged,
      onBookChanged,
      onStatus,
      onRequest: () => reach?.requested(),
      onRefused: () => reach?.refused(),
      onHeard: (requestHost) => reach?.heard(requestHost),
    })
  } catch (error) {
    // Another program has the folder, or a newer version wrote it: nothing was changed, and nothing can be done.
    log.warn('app.not-started', 'Ringtray could not start', error)
    await showErrorFor(errorShownMs, 'Ringtray could not start', describeError(error))
    app.exit(1)
    return
  }
  const { callBook } = receiver
  const settings = receiver.settings.current
  const agentNames = createAgentNames(callBook.index)
  const display = () => createDisplay(settings(), agentNames.of)
  const isMineToo = ({ agents }: Parameters<typeof recentCalls>[0]['rows'][number]) =>
    isMine(agents, settings())

  const place = { outDir, icon: windowIconPath, pagesUrl }
  const historyWindow = createHistoryWindow(place)
  const settingsWindow = createSettingsWindow(place)
  const setUpWindow = createSetUpWindow(place)
  const announce = createAnnounce(() => BrowserWindow.getAllWindows())
  const changedCalls = createChangedCalls(announce)
  const wishes = createWishes(historyWindow, announce)
  const rowWindows = createRowWindows({
    index: callBook.index,
    isMine: isMineToo,
    toRow: (row, firstOfDay) => toHistoryRow(row, { display: display(), desk: settings(), firstOfDay }),
  })

  const card = createCallerCard({
    ...place,
    place: () => settings().cardPlace,
    keepPlace: (cardPlace) => tryTo('keep the place of the card', receiver.settings.change({ cardPlace })),
    onKeyboardLost: () => alerts.screen.stopTyping(),
    send: (window, content) => createAnnounce(() => [window])('cardChanged', content),
  })
  const banners = createNotificationPresenter({
    onOpen: onBannerOpened,
    onDismissed: (id) => (id === 'away' ? alerts.screen.dismissAway() : alerts.screen.remove(id)),
    onProblem: (reason) => alerts.onNotificationProblem(reason),
    log,
  })
  const alerts = createAlerts({
    receiver,
    settings,
    card,
    banners,
    display,
    onStatus,
    now,
    log,
  })
  const shortcut = createShortcut(() => (card.isShown() ? card.takeKeyboard() : historyWindow.open()))
  const autostart = createAutostart(
    app.isPackaged ? ['--data', dataDir] : [app.getAppPath(), '--data', dataDir],
  )
  const deskSettings = createDeskSettings({
    file: receiver.settings,
    setStartsWithComputer: autostart.set,
    putInEffect,
    reopen: () => reach?.reopen(),
    now,
  })
  const onAction = createTrayActions({
    ...{ historyWindow, settingsWindow, setUpWindow, wishes },
    playPretendCall: () => playPretendCall({ receiver, log }),
    copy: (what) => copy({ what }),
    setDoNotDisturb: deskSettings.setDoNotDisturb,
    quit: () => app.quit(),
    tryTo,
  })
  const tray = createTray({ iconPaths: trayIconPaths, onAction })
  const badge = createBadge({ window: historyWindow.current })
  const owed = createOwedWatch({
    index: callBook.index,
    isMine: isMineToo,
    now,
    soon: (run) => coalesce(run, secondMs),
    onChange: onStatus,
  })

  function onBannerOpened(id: string) {
    if (id === 'unheard') historyWindow.open()
    else if (id === 'away') wishes.openMissed()
    else wishes.openCall(id)
  }

  function status(): Status {
    const { doNotDisturbUntil } = settings()
    const own = { ...receiver.status(), ...alerts.status(), doNotDisturbUntil, owed: owed.count() }
    return { ...own, reach: reach?.status() ?? unreached() }
  }

  function showStatus() {
    const current = status()
    const headerName = settings().proofs.header?.name ?? null
    const rows = current.ready ? callBook.index.newest(0, recentRowsRead) : []
    const recent = recentCalls({ rows, isMine: isMineToo, display: display(), nowMs: now() })
    tray.update({ status: current, nowMs: now(), headerName, recent })
    badge.show(current.owed.mine)
    announce('statusChanged', current)
  }

  function onChanged(changed: Changed, entry: JournalEntry) {
    rowWindows.forget()
    changedCalls.add(changed.callId)
    owed.refresh()
    onStatus()
    alerts.onChanged(changed, entry)
  }

  function onBookChanged() {
    agentNames.refresh()
    rowWindows.forget()
    changedCalls.all()
    owed.refresh()
    onStatus()
  }

  function putInEffect() {
    shortcut.set(settings().cardShortcut)
    alerts.onSettingsChanged()
    announce('settingsChanged', null)
    onBookChanged()
  }

  async function readSettingsPage() {
    return settingsPage({
      settings: settings(),
      display: display(),
      index: callBook.index,
      shortcutState: shortcut.state(),
      startsWithComputer: await autostart.isOn(),
      notificationProblem: alerts.status().notificationProblem,
    })
  }

  async function copy(request: CopyRequest) {
    const { publicUrl } = status().reach.tunnel
    clipboard.writeText(await textToCopy(request, { receiver, publicUrl, log }))
  }

  async function callOf(id: string) {
    const record = await callBook.record(id)
    return record && callBook.callOf(record)
  }

  const secrets = await openSecretFile({ dir: dataDir, cipher: systemCipher, log })
  const opened = await openReach({
    dir: dataDir,
    receiver,
    readSecret: secrets.read,
    onStatus,
    onAlert: ({ sentence }) =>
      banners.show({ id: 'unheard', title: 'No calls are arriving', body: sentence }),
    now,
    log,
  })
  reach = opened

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
      takeWish: wishes.take,
      playPretendCall: () => playPretendCall({ receiver, log }),
      deskSettings,
      card,
      cardAction: createCardActions({
        screen: alerts.screen,
        settings,
        changeSettings: deskSettings.apply,
        callOf,
        openCall: wishes.openCall,
        openMissed: wishes.openMissed,
        openExternal: (url) => shell.openExternal(url),
        takeKeyboard: card.takeKeyboard,
        leaveKeyboard: card.leaveKeyboard,
      }),
      settingsPage: readSettingsPage,
      openSettings: settingsWindow.open,
      reach: opened,
      secrets,
      openSetUp: setUpWindow.open,
      openExternal: (url) => shell.openExternal(url),
      copy,
      appVersion: app.getVersion(),
      log,
    }),
  })
  app.on('second-instance', historyWindow.open)
  app.on('activate', historyWindow.open)
  setInterval(() => {
    agentNames.refresh()
    owed.refresh()
    onStatus()
  }, refreshTrayMs).unref()
  receiver.ready.then(onBookChanged, (error) => {
    log.warn('book.not-read', 'The call book could not be read', error)
    dialog.showErrorBox('Ringtray cannot read its calls', describeError(error))
    app.quit()
  })
  quitInOrder(app, async () => {
    // A note that is still being typed is saved by its window as that closes.
    await Promise.all([historyWindow.close(), settingsWindow.close(), setUpWindow.close()])
    shortcut.release()
    alerts.stop()
    card.destroy()
    await opened.stop()
    await receiver.stop()
    tray.destroy()
  })
  shortcut.set(settings().cardShortcut)
  followPresence({ away: alerts.away, reach: opened })

  await keepListening({
    receiver,
    reach: opened,
    settings,
    mayPrintSecrets: !app.isPackaged,
    print: (line) => process.stdout.write(`${line}\n`),
    log,
  })
  if (settings().showCallsAs !== 'notification') card.prepare()
  if (!settings().hasBegun) setUpWindow.open()
}

async function showErrorFor(ms: number, message: string, detail: string): Promise<void> {
  await Promise.race([dialog.showMessageBox({ type: 'error', message, detail }), wait(ms)])
}

/** The tray has no place of its own for bad news. */
function tryTo(what: string, trying: Promise<void>): void {
  trying.catch((error) => dialog.showErrorBox(`Ringtray could not ${what}`, describeError(error)))
}
