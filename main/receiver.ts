import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Call, Instant } from '../shared/call.ts'
import type { Status } from '../shared/status.ts'
import { hourMs, toEpochMs, toInstant } from '../shared/time.ts'
import { type CallBook, type Changed, openCallBook } from './calls/book/call-book.ts'
import { createSaveSchedule } from './calls/book/save-schedule.ts'
import { makePrivateFolder, removeTemporaryFiles } from './disk/folder.ts'
import { lockFolder } from './disk/folder-lock.ts'
import { describeError } from './errors.ts'
import { createInterpretation, pretendCallLivesMs } from './interpretation/interpretation.ts'
import { toDeliveryEntry } from './journal/delivery-entry.ts'
import type { EditChange, EntryContent, JournalEntry } from './journal/entry.ts'
import { createJournal } from './journal/journal.ts'
import { readLastSeq } from './journal/last-seq.ts'
import { readJournal } from './journal/read-journal.ts'
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
  status(): ReceiverStatus
  /** Begins to listen. Rejects with a sentence where the port cannot be had; nothing else stops by that. */
  listen(host: string, port: number): Promise<string>
  /** Resolves when everything kept is in the call book; until then deliveries are kept and answered only. */
  ready: Promise<void>
  /** Journals an edit and applies it. Null where the call is gone. */
  edit(callId: string, change: EditChange): Promise<Call | null>
  pretendMarks: PretendMarks
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
  onStatus(status: ReceiverStatus): void
}

const stopDeadlineMs = 1_500
/** More requests than this at once are a burst, not a call. */
const busyRequests = 8

export async function openReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { dir, command, now, log, onChanged, onStatus } = options
  const journalDir = join(dir, 'journal')
  await makePrivateFolder(dir)
  const lock = await lockFolder(dir, command)
  await makePrivateFolder(journalDir)
  await removeTemporaryFiles(dir)

  const settings = await openSettings({ dir, readOnly: false, log })
  const callBook = await openCallBook({ dir, readOnly: false, log })
  const { contains: savedUpTo, nextSeq: savedNextSeq, lineage } = callBook.saved()
  const firstLiveSeq = Math.max(savedNextSeq, (await readLastSeq(journalDir)) + 1)

  let contains = savedUpTo
  let server: HttpServer | null = null
  const status: ReceiverStatus = {
    listener: { state: 'starting' },
    storage: { state: 'ok' },
    heardAt: null,
    refused: { count: 0, lastAt: null },
    ready: false,
  }
  const tell = (change: Partial<ReceiverStatus>) => onStatus(Object.assign(status, change))

  const journal = createJournal({
    dir: journalDir,
    nextSeq: firstLiveSeq,
    log,
    now,
    onStorage: (problem) =>
      tell({
        storage:
          problem === null
            ? { state: 'ok' }
            : { state: 'failing', since: nowAt(), reason: describeError(problem) },
      }),
  })
  const saves = createSaveSchedule({ save: () => callBook.save(contains, journal.nextSeq()), log })
  const interpretation = createInterpretation({
    callBook,
    settings: settings.current,
    now,
    log,
    isDoorBusy: () => (server?.inFlight() ?? 0) > busyRequests,
    onTaken(entry, changed) {
      contains = entry.seq
      saves.lineTaken()
      if (changed !== null) onChanged(changed, entry)
    },
  })
  const pretendMarks = createPretendMarks()
  const app = createWebhookApp({
    proofs: () => settings.current().proofs,
    receive,
    onRefused: () => tell({ refused: { count: status.refused.count + 1, lastAt: nowAt() } }),
    now,
    log,
  })

  function nowAt(): Instant {
    return toInstant(now())
  }

  async function receive({ method, query, body, pretendMark }: Arrival): Promise<'kept' | 'unreadable'> {
    const pretend = pretendMark !== null && pretendMarks.isValid(pretendMark)
    const content = readContent({ method, query, body })
    const unreadable = content.form === 'unreadable' ? content.reason : null
    const arrived = {
      id: randomUUID(),
      receivedAt: nowAt(),
      method,
      query,
      body: privateRemainder(content) ?? body,
      pretend,
    }
    const entry = await append(toDeliveryEntry(arrived, unreadable))
    interpretation.push(entry, content)
    if (!pretend) tell({ heardAt: arrived.receivedAt })
    return unreadable === null ? 'kept' : 'unreadable'
  }

  async function append<T extends EntryContent>(content: T): Promise<T & { seq: number }> {
    return { seq: await journal.append(content), ...content }
  }

  async function edit(callId: string, change: EditChange): Promise<Call | null> {
    await ready
    const record = await callBook.record(callId)
    if (record === null) return null
    const replaced =
      change.field === 'tag'
        ? record.edits.tags?.find(({ tag }) => tag === change.tag)
        : record.edits[change.field]
    const atMs = Math.max(now(), replaced === undefined ? 0 : toEpochMs(replaced.at) + 1)
    const entry = await append({
      kind: 'edit' as const,
      callId,
      at: toInstant(atMs),
      desk: lineage,
      ...change,
    })
    interpretation.push(entry)
    await interpretation.drained()
    const after = await callBook.record(callId)
    return after && callBook.callOf(after)
  }

  async function foldIn(): Promise<void> {
    const startedMs = now()
    await callBook.load()
    let lines = 0
    for await (const entry of readJournal({ dir: journalDir, after: savedUpTo, log })) {
      if (entry.seq >= firstLiveSeq) break
      await interpretation.take(entry)
      contains = entry.seq
      saves.lineTaken()
      lines++
    }
    await forgetOldPretendCalls()
    interpretation.open()
    await interpretation.drained()
    log.info(
      'book.ready',
      `${callBook.index.size()} calls, ${lines} journal lines folded in, after ${now() - startedMs} ms`,
    )
    tell({ ready: true })
  }

  async function forgetOldPretendCalls(): Promise<void> {
    if ((await callBook.forgetPretend(now() - pretendCallLivesMs)) > 0) saves.lineTaken()
  }

  const ready = foldIn()
  const hourly = setInterval(() => void ready.then(forgetOldPretendCalls), hourMs)
  hourly.unref()

  return {
    settings,
    callBook,
    status: () => status,
    ready,
    edit,
    pretendMarks,
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
      await lock.describe({ command, port: server.port })
      return url
    },
    async stop() {
      clearInterval(hourly)
      await server?.stop(stopDeadlineMs)
      await ready
      await journal.close()
      await interpretation.drained()
      saves.stop()
      try {
        await saves.saveNow()
      } catch (error) {
        log.warn('book.not-saved', 'The call book could not be saved; the journal holds everything', error)
      }
      await lock.release()
    },
  }
}
