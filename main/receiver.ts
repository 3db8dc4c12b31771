import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Status } from '../shared/status.ts'
import { toInstant } from '../shared/time.ts'
import { type CallBook, type Changed, openCallBook } from './calls/book/call-book.ts'
import { makePrivateFolder, removeTemporaryFiles } from './disk/folder.ts'
import { type FolderLock, lockFolder } from './disk/folder-lock.ts'
import { describeError } from './errors.ts'
import { createProbeDesk, type ProbeDesk } from './hearing/probe/probe-desk.ts'
import { type Bookkeeper, createBookkeeper } from './interpretation/bookkeeper.ts'
import type { EditCall } from './interpretation/editor.ts'
import type { NotUnderstood } from './interpretation/not-understood.ts'
import type { Rebuilt } from './interpretation/rebuild.ts'
import { toDeliveryEntry } from './journal/delivery-entry.ts'
import type { JournalEntry } from './journal/entry.ts'
import { createJournal } from './journal/journal.ts'
import { readLastSeq } from './journal/last-seq.ts'
import { type HttpServer, startHttpServer } from './listener/http-server.ts'
import type { Arrival } from './listener/middleware/keep.ts'
import { hasProof } from './listener/proofs.ts'
import { createWebhookApp, webhookPath } from './listener/webhook-app.ts'
import type { Log } from './log.ts'
import { privateRemainder, readContent } from './myoperator/delivery.ts'
import { createPretendMarks, type PretendMarks } from './pretend/pretend-marks.ts'
import { openSettings, type SettingsFile } from './settings/settings-file.ts'

/** Everything between the door and the call book: plain Node, the same in the desktop app and in `serve`. */
export interface Receiver {
  settings: SettingsFile
  callBook: CallBook
  journalDir: string
  /** Newest first. */
  notUnderstood(): readonly NotUnderstood[]
  status(): ReceiverStatus
  /** Begins to listen. Rejects with a sentence where the port cannot be had; nothing else stops by that. */
  listen(host: string, port: number): Promise<string>
  /**
   * Resolves when everything kept is in the call book; until then deliveries are kept and answered only. Rejects
   * where the book cannot be read: then nothing of it is written either.
   */
  ready: Promise<void>
  /** Waits until the call book is ready. */
  edit: EditCall
  pretendMarks: PretendMarks
  /** Issues the probes of the way in, and knows them when they come back. */
  probeDesk: ProbeDesk
  deafness: Bookkeeper['deafness']
  markDeaf: Bookkeeper['markDeaf']
  /** Reads every kept delivery again; what arrives meanwhile is kept and answered, and taken after. */
  rebuild(): Promise<Rebuilt>
  /** Answers what is in flight, then saves. */
  stop(): Promise<void>
}

/** Who is told, and when not, is the desktop's business. */
export type ReceiverStatus = Omit<
  Status,
  'doNotDisturbUntil' | 'owed' | 'clockBehindMs' | 'notificationProblem' | 'reach'
>

export interface ReceiverOptions {
  dir: string
  /** Who holds the folder, for the next one who wants it. */
  command: string
  now(): number
  log: Log
  /** A call changed by something that arrived or was edited since the start; never by what is folded in again. */
  onChanged(changed: Changed, entry: JournalEntry): void
  /** Any call may look different: after a rebuild, or where pretend calls were forgotten. */
  onBookChanged(): void
  onStatus(status: ReceiverStatus): void
  /** Any request at the door. */
  onRequest?(): void
  /** One without a right proof. */
  onRefused?(): void
  /** A real delivery is on disk. `requestHost`: what it says in `Host`. */
  onHeard?(requestHost: string | null): void
}

const stopDeadlineMs = 1_500

export async function openReceiver(options: ReceiverOptions): Promise<Receiver> {
  await makePrivateFolder(options.dir)
  const lock = await lockFolder(options.dir, options.command)
  try {
    return await assemble(options, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function assemble(options: ReceiverOptions, lock: FolderLock): Promise<Receiver> {
  const { dir, command, now, log, onChanged, onBookChanged, onStatus } = options
  const journalDir = join(dir, 'journal')
  await makePrivateFolder(journalDir)
  await removeTemporaryFiles(dir)
  const settings = await openSettings({ dir, readOnly: false, log })
  const callBook = await openCallBook({ dir, readOnly: false, log })
  const firstLiveSeq = Math.max(callBook.saved().nextSeq, (await readLastSeq(journalDir)) + 1)

  let server: HttpServer | null = null
  const status: ReceiverStatus = {
    listener: { state: 'starting' },
    storage: { state: 'ok' },
    heardAt: null,
    refused: { count: 0, lastAt: null },
    problems: settings.problems,
    notUnderstood: 0,
    ready: false,
  }
  const nowAt = () => toInstant(now())
  const tell = (change: Partial<ReceiverStatus>) => onStatus(Object.assign(status, change))

  const journal = createJournal({ dir: journalDir, nextSeq: firstLiveSeq, log, now, onStorage: tellStorage })
  const bookkeeper = createBookkeeper({
    callBook,
    journal,
    journalDir,
    indexDir: join(dir, 'index'),
    settings: settings.current,
    isDoorBusy: () => server?.isBusy() ?? false,
    now,
    log,
    onChanged,
    onBookChanged,
    onNotUnderstood: (count) => {
      if (count !== status.notUnderstood) tell({ notUnderstood: count })
    },
  })
  const pretendMarks = createPretendMarks()
  const probeDesk = createProbeDesk({ now })
  const app = createWebhookApp({
    proofs: () => settings.current().proofs,
    probeDesk,
    onRequest: () => options.onRequest?.(),
    receive,
    onRefused() {
      tell({ refused: { count: status.refused.count + 1, lastAt: nowAt() } })
      options.onRefused?.()
    },
    now,
    log,
  })

  /** The way of a webhook between the door and the reply. */
  async function receive({
    method,
    query,
    body,
    pretendMark,
    host,
  }: Arrival): Promise<'kept' | 'unreadable'> {
    const pretend = pretendMark !== null && pretendMarks.isValid(pretendMark)
    const content = readContent({ method, query, body })
    const unreadable = content.form === 'unreadable' ? content.reason : null
    const kept = { method, query, body: privateRemainder(content) ?? body, pretend }
    const entry = toDeliveryEntry({ id: randomUUID(), receivedAt: nowAt(), ...kept }, unreadable)
    bookkeeper.push({ seq: await journal.append(entry), ...entry }, content)
    if (!pretend) {
      tell({ heardAt: entry.receivedAt })
      // Behind the reply: whoever listens for calls neither delays one nor makes it come again.
      setImmediate(tellHeard, host)
    }
    return unreadable === null ? 'kept' : 'unreadable'
  }

  function tellHeard(host: string | null) {
    try {
      options.onHeard?.(host)
    } catch (error) {
      log.warn('receiver.heard-fault', 'That a call was heard could not be told', error)
    }
  }

  function tellStorage(problem: unknown) {
    const failing = () => ({ state: 'failing', since: nowAt(), reason: describeError(problem) }) as const
    tell({ storage: problem === null ? { state: 'ok' } : failing() })
  }

  const ready = bookkeeper.ready.then(() => tell({ ready: true }))
  // Whoever needs the book hears of it; the door goes on keeping what arrives.
  ready.catch(() => {})

  return {
    settings,
    callBook,
    journalDir,
    notUnderstood: bookkeeper.notUnderstood,
    status: () => status,
    ready,
    pretendMarks,
    probeDesk,
    deafness: bookkeeper.deafness,
    markDeaf: bookkeeper.markDeaf,
    edit: bookkeeper.edit,
    rebuild: bookkeeper.rebuild,
    async listen(host, port) {
      try {
        server = await startHttpServer({ app, host, port })
      } catch (error) {
        tell({ listener: { state: 'failed', reason: describeError(error) } })
        throw error
      }
      const url = `http://${host.includes(':') ? `[${host}]` : host}:${server.port}${webhookPath}`
      const isOpen = hasProof(settings.current().proofs)
      tell({ listener: { state: isOpen ? 'listening' : 'shut', url } })
      await lock.describe({ command, port: server.port }).catch((error) => {
        log.warn('lock.not-described', 'Others cannot read which port this Ringtray listens on', error)
      })
      return url
    },
    async stop() {
      await server?.stop(stopDeadlineMs)
      await bookkeeper.stop()
      await journal.close()
      await lock.release()
    },
  }
}
