import type { Settings } from '../../shared/settings.ts'
import type { CallBook, Changed } from '../calls/book/call-book.ts'
import { createSaveSchedule } from '../calls/book/save-schedule.ts'
import { SpokenError } from '../errors.ts'
import type { Deafness } from '../hearing/blind-spots/blind-spots.ts'
import { createDeafList } from '../hearing/blind-spots/deaf-list.ts'
import type { DeafMark, EntryContent, JournalEntry } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import type { Log } from '../log.ts'
import type { Content } from '../myoperator/delivery.ts'
import { createEditor, type EditCall } from './editor.ts'
import { createEntryTaker } from './entry-taker.ts'
import { foldIn } from './fold-in.ts'
import { createNotUnderstoodList, type NotUnderstood } from './not-understood.ts'
import { type Rebuilt, rebuild } from './rebuild.ts'
import { createTakingQueue } from './taking-queue.ts'
import { startUpkeep } from './upkeep.ts'

/** Keeps the call book: everything that happens behind the reply, from the journal's entry to the saved page. */
export interface Bookkeeper {
  /**
   * Resolves when everything kept is in the call book. Rejects where the book cannot be read: then nothing of it is
   * written either.
   */
  ready: Promise<void>
  /** An entry that is on disk. `content` spares reading it again. */
  push(entry: JournalEntry, content: Content): void
  edit: EditCall
  /** Reads every kept delivery again; what is pushed meanwhile is taken after. */
  rebuild(): Promise<Rebuilt>
  /** Newest first. */
  notUnderstood(): readonly NotUnderstood[]
  /** When we could not hear; complete once `ready`. In no order; they may overlap. */
  deafness(): readonly Deafness[]
  /** Resolves when the mark is journaled and taken. */
  markDeaf(mark: DeafMark): Promise<void>
  /** Takes what waits, then saves. */
  stop(): Promise<void>
}

export interface BookkeeperOptions {
  callBook: CallBook
  journal: Journal
  journalDir: string
  indexDir: string
  settings(): Pick<Settings, 'country' | 'queryFields'>
  isDoorBusy(): boolean
  now(): number
  log: Log
  onChanged(changed: Changed, entry: JournalEntry): void
  onBookChanged(): void
  onNotUnderstood(count: number): void
}

export function createBookkeeper(options: BookkeeperOptions): Bookkeeper {
  const { callBook, journal, journalDir, indexDir, settings, isDoorBusy, now, log } = options
  const { onChanged, onBookChanged, onNotUnderstood } = options
  const firstLiveSeq = journal.nextSeq()
  let contains = callBook.saved().contains
  let rebuilding: Promise<unknown> = Promise.resolve()
  let state: 'folding in' | 'running' | 'healing' | 'stopping' = 'folding in'

  const notUnderstood = createNotUnderstoodList({ indexDir, log })
  const deafList = createDeafList({ indexDir, log })
  const saves = createSaveSchedule({ save, log })
  const taker = createEntryTaker({
    callBook,
    settings,
    onNotUnderstood: notUnderstood.add,
    onDeaf: deafList.add,
    now,
    log,
  })
  const queue = createTakingQueue({
    take: taker.take,
    isDoorBusy,
    onTaken(entry, changed) {
      onTaken(entry.seq)
      onNotUnderstood(notUnderstood.items().length)
      if (changed !== null) onChanged(changed, entry)
    },
  })
  const kept = { callBook, notUnderstood, taker, journalDir, log }
  /** Edits and marks that are on their way: the end waits for them. */
  const asked = new Set<Promise<unknown>>()
  const editCall = createEditor({ callBook, desk: callBook.saved().lineage, now, keep })

  function onTaken(seq: number) {
    contains = seq
    saves.lineTaken()
    if (state === 'running' && callBook.lostPages() > 0) void heal()
  }

  async function save(): Promise<void> {
    const upTo = contains
    await notUnderstood.save(upTo)
    await deafList.save(upTo)
    await callBook.save(upTo, journal.nextSeq())
  }

  function untilDone<T>(work: Promise<T>): Promise<T> {
    const done = work
      .catch(() => {
        // Told to whoever asked for it.
      })
      .finally(() => asked.delete(done))
    asked.add(done)
    return work
  }

  /** What we write ourselves: journaled like everything else, and taken before we go on. */
  async function keep(content: EntryContent): Promise<void> {
    if (state === 'stopping') throw new SpokenError('Ringtray is ending, so this was not saved.')
    await queue.taken({ seq: await journal.append(content), ...content })
  }

  /** A page was found damaged while we run: what stood there is brought back from the journal, as far as it goes. */
  async function heal(): Promise<void> {
    state = 'healing'
    await rebuildBook().catch((error) => log.warn('book.not-healed', 'The book could not be rebuilt', error))
    if (state === 'healing') state = 'running'
  }

  function rebuildBook(): Promise<Rebuilt> {
    const rebuilt = queue.exclusively(async () => {
      const done = await rebuild({ ...kept, before: contains + 1, save: saves.saveNow })
      onNotUnderstood(notUnderstood.items().length)
      onBookChanged()
      return done
    })
    // A call that is being read again is not there to be edited.
    rebuilding = rebuilt.catch(() => {})
    return rebuilt
  }

  async function begin(): Promise<void> {
    await foldIn({ ...kept, deafList, before: firstLiveSeq, onTaken, saveRebuild: saves.saveNow })
    queue.open()
    await queue.drained()
    onNotUnderstood(notUnderstood.items().length)
    state = 'running'
  }

  function onForgotten() {
    saves.lineTaken()
    onBookChanged()
  }

  const ready = begin()
  let stopUpkeep = () => {}
  // Where the book could not be read, whoever needs it hears of that by `ready`.
  const isLoaded = ready.then(
    () => {
      stopUpkeep = startUpkeep({ callBook, now, keep: (mark) => untilDone(keep(mark)), onForgotten })
      return true
    },
    () => false,
  )

  return {
    ready,
    push: queue.push,
    edit(callId, request) {
      const begun = ready.then(() => rebuilding)
      return untilDone(begun.then(() => editCall(callId, request)))
    },
    async rebuild() {
      await ready
      return rebuildBook()
    },
    notUnderstood: notUnderstood.items,
    deafness: deafList.items,
    markDeaf: (mark) => untilDone(keep(mark)),
    async stop() {
      const loaded = await isLoaded
      stopUpkeep()
      await rebuilding
      await queue.drained()
      while (asked.size > 0) await Promise.all(asked)
      state = 'stopping'
      await queue.drained()
      saves.stop()
      if (!loaded) return
      await saves.saveNow().catch((error) => {
        log.warn('book.not-saved', 'The call book could not be saved; the journal holds everything', error)
      })
    },
  }
}
