import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Status } from '../shared/status.ts'
import { toInstant } from '../shared/time.ts'
import { type CallBook, type Changed, openCallBook } from './calls/book/call-book.ts'
import { createSaveSchedule } from './calls/book/save-schedule.ts'
import { makePrivateFolder, removeTemporaryFiles } from './disk/folder.ts'
import { type FolderLock, lockFolder } from './disk/folder-lock.ts'
import { describeError, SpokenError } from './errors.ts'
import { createEditor, type EditCall } from './interpretation/editor.ts'
import { createEntryTaker } from './interpretation/entry-taker.ts'
import { foldIn } from './interpretation/fold-in.ts'
import { createNotUnderstoodList, type NotUnderstood } from './interpretation/not-understood.ts'
import { type Rebuilt, rebuild } from './interpretation/rebuild.ts'
import { createTakingQueue } from './interpretation/taking-queue.ts'
import { startUpkeep } from './interpretation/upkeep.ts'
import { toDeliveryEntry } from './journal/delivery-entry.ts'
import type { EntryContent, JournalEntry } from './journal/entry.ts'
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
  /** Reads every kept delivery again; what arrives meanwhile is kept and answered, and taken after. */
  rebuild(): Promise<Rebuilt>
  /** Answers what is in flight, then saves. */
  stop(): Promise<void>
}

/** Who is told, and when not, is the desktop's business. */
export type ReceiverStatus = Omit<Status, 'doNotDisturbUntil'>

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

  let contains = callBook.saved().contains
  let server: HttpServer | null = null
  let rebuilding: Promise<unknown> = Promise.resolve()
  let isHealing = false
  let isStopping = false
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
  const notUnderstood = createNotUnderstoodList({ indexDir: join(dir, 'index'), log })
  const saves = createSaveSchedule({ save, log })
  const taker = createEntryTaker({
    callBook,
    settings: settings.current,
    onNotUnderstood: notUnderstood.add,
    now,
    log,
  })
  const queue = createTakingQueue({
    take: taker.take,
    isDoorBusy: () => server?.isBusy() ?? false,
    onTaken(entry, changed) {
      onTaken(entry.seq)
      if (changed !== null) onChanged(changed, entry)
    },
  })
  const kept = { callBook, notUnderstood, taker, journalDir, log }
  const pretendMarks = createPretendMarks()
  const app = createWebhookApp({
    proofs: () => settings.current().proofs,
    receive,
    onRefused: () => tell({ refused: { count: status.refused.count + 1, lastAt: nowAt() } }),
    now,
    log,
  })

  /** The way of a webhook between the door and the reply. */
  async function receive({ method, query, body, pretendMark }: Arrival): Promise<'kept' | 'unreadable'> {
    const pretend = pretendMark !== null && pretendMarks.isValid(pretendMark)
    const content = readContent({ method, query, body })
    const unreadable = content.form === 'unreadable' ? content.reason : null
    const kept = { method, query, body: privateRemainder(content) ?? body, pretend }
    const entry = toDeliveryEntry({ id: randomUUID(), receivedAt: nowAt(), ...kept }, unreadable)
    queue.push(await append(entry), content)
    if (!pretend) tell({ heardAt: entry.receivedAt })
    return unreadable === null ? 'kept' : 'unreadable'
  }

  async function append<T extends EntryContent>(content: T): Promise<T & { seq: number }> {
    return { seq: await journal.append(content), ...content }
  }

  /** What we write ourselves: journaled like everything else, and taken before we go on. */
  async function keep(content: EntryContent): Promise<void> {
    if (isStopping) throw new SpokenError('Ringtray is ending, so this was not saved.')
    await queue.taken(await append(content))
  }

  function onTaken(seq: number) {
    contains = seq
    saves.lineTaken()
    if (status.ready && callBook.lostPages() > 0) void heal()
    const count = notUnderstood.items().length
    if (count !== status.notUnderstood) tell({ notUnderstood: count })
  }

  /** A page was found damaged while we run: what stood there is brought back from the journal, as far as it goes. */
  async function heal(): Promise<void> {
    if (isHealing) return
    isHealing = true
    await rebuildBook().catch((error) =>
      log.warn('book.not-healed', 'The call book could not be rebuilt', error),
    )
    isHealing = false
  }

  function rebuildBook(): Promise<Rebuilt> {
    const rebuilt = queue.exclusively(async () => {
      const done = await rebuild({ ...kept, before: contains + 1, save: saves.saveNow })
      tell({ notUnderstood: notUnderstood.items().length })
      onBookChanged()
      return done
    })
    // A call that is being read again is not there to be edited.
    rebuilding = rebuilt.catch(() => {})
    return rebuilt
  }

  function onForgotten() {
    saves.lineTaken()
    onBookChanged()
  }

  async function save(): Promise<void> {
    const upTo = contains
    await notUnderstood.save(upTo)
    await callBook.save(upTo, journal.nextSeq())
  }

  function tellStorage(problem: unknown) {
    const failing = () => ({ state: 'failing', since: nowAt(), reason: describeError(problem) }) as const
    tell({ storage: problem === null ? { state: 'ok' } : failing() })
  }

  function tellNotSaved(error: unknown) {
    log.warn('book.not-saved', 'The call book could not be saved; the journal holds everything', error)
  }

  const ready = foldIn({ ...kept, before: firstLiveSeq, onTaken, saveRebuild: saves.saveNow }).then(
    async () => {
      queue.open()
      await queue.drained()
      tell({ ready: true, notUnderstood: notUnderstood.items().length })
    },
  )
  // Whoever needs the book hears of it; the door goes on keeping what arrives.
  const isLoaded = ready.then(
    () => true,
    () => false,
  )
  const editCall = createEditor({ callBook, desk: callBook.saved().lineage, now, keep })
  let stopUpkeep = () => {}
  void isLoaded.then((loaded) => {
    if (loaded) stopUpkeep = startUpkeep({ callBook, now, keep, onForgotten })
  })

  return {
    settings,
    callBook,
    journalDir,
    notUnderstood: notUnderstood.items,
    status: () => status,
    ready,
    pretendMarks,
    async edit(callId, change) {
      await ready
      await rebuilding
      return editCall(callId, change)
    },
    async rebuild() {
      await ready
      return rebuildBook()
    },
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
      const loaded = await isLoaded
      stopUpkeep()
      await rebuilding
      isStopping = true
      await queue.drained()
      await journal.close()
      saves.stop()
      if (loaded) await saves.saveNow().catch(tellNotSaved)
      await lock.release()
    },
  }
}
