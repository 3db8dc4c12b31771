import type { Call, Instant } from '../../../shared/call.ts'
import type { ClosedMark, EditEntry } from '../../journal/entry.ts'
import type { CallRecord } from '../call-record.ts'
import type { Edits, Fact, Told } from '../fact.ts'
import { ownId } from '../identity.ts'
import { type CallIndex, hasUid, type Ordinal } from '../index/call-index.ts'
import type { IndexRow } from '../index/index-row.ts'
import { mergeEdits, mergeFacts } from '../merge.ts'
import type { BookState } from './book-file.ts'
import { type CallStoreOptions, openCallStore } from './call-store.ts'
import { createCallFinder } from './find-call.ts'
import { createPageRebuild, type PageRebuild } from './page-rebuild.ts'

/** The truth about calls. It has one writer, which takes the journal in order; taking twice changes nothing. */
export interface CallBook extends PageRebuild {
  index: CallIndex
  /** Journal number up to which the saved pages contain everything, the next number, and the lineage. */
  saved(): Readonly<BookState>
  /** The journal number after which everything must be taken again: from the first where pages were lost. */
  takenUpTo(): number
  /** Pages that were found missing or damaged: the journal may still tell what stood there. */
  lostPages(): number
  /** The journal has been asked. */
  settleLostPages(): Promise<void>
  /** Fills the index. Before that nothing may be taken or looked up. */
  load(): Promise<void>
  /** Adds what a delivery says to the call it is about. */
  take(told: Told, place: Place): Promise<Taken>
  /** Null where the call is gone. */
  edit(entry: EditEntry): Promise<Changed | null>
  /** Closes a call for want of news; null where it is gone. */
  close(mark: ClosedMark & { seq: number }): Promise<Changed | null>
  /** The call that holds what a delivery says, and the delivery that said it first. */
  find(told: Told, place: Place): Promise<{ callId: string; deliveryId: string } | null>
  record(id: string): Promise<CallRecord | null>
  call(row: IndexRow): Promise<Call | null>
  callOf(record: CallRecord): Call
  /** Takes pretend calls that began before then out of the book. Resolves with how many there were. */
  forgetPretend(beforeMs: number): Promise<number>
  /** `contains`: everything up to this number has been taken. */
  save(contains: number, nextSeq: number): Promise<void>
}

/** Where in the journal a delivery stands, and what makes another one its repeat. */
export interface Place {
  key: string
  /** Nothing in it tells it from another call's delivery: the same again is a repeat only for a short while. */
  repeatable: boolean
  seq: number
  deliveryId: string
  receivedAt: Instant
}

export interface Changed {
  callId: string
  before: Call | null
  after: Call
  /** What `after` was made of. */
  record: Readonly<CallRecord>
}

export type Taken = Changed & { verdict: 'accepted' | 'duplicate' }

export async function openCallBook(options: CallStoreOptions): Promise<CallBook> {
  const store = await openCallStore(options)
  const finder = createCallFinder(store)

  async function recordOf(id: string) {
    const ordinal = store.index.ordinalOf(id)
    const record = ordinal === undefined ? null : await store.recordAt(ordinal)
    return ordinal === undefined || record === null ? null : { ordinal, record }
  }

  /** The record a fact goes to: that of its call, or a new one. */
  async function recordFor(fact: Fact, repeated?: Ordinal) {
    const known = repeated ?? finder.choose(fact)
    const record = known === undefined ? null : await store.recordAt(known)
    if (known !== undefined && record !== null) return { ordinal: known, record }
    const ordinal = await store.begin(ownId(fact, fact.seq))
    const begun = await store.recordAt(ordinal)
    if (begun === null) throw new Error(`No record was begun at ${ordinal}`)
    return { ordinal, record: begun }
  }

  async function change(id: string, apply: (record: CallRecord) => void): Promise<Changed | null> {
    const found = await recordOf(id)
    if (found === null) return null
    const { ordinal, record } = found
    const before = store.callOf(record)
    apply(record)
    store.changed(ordinal, record)
    return { callId: record.id, before, after: store.callOf(record), record }
  }

  const rebuild = createPageRebuild(store)

  const findRepeat = (fact: Fact, place: Place) =>
    finder.findRepeat(fact, place.repeatable ? place.key : null)

  return {
    index: store.index,
    saved: store.state,
    takenUpTo: () => (store.lostPages() > 0 ? 0 : store.state().contains),
    lostPages: store.lostPages,
    settleLostPages: store.settleLostPages,
    load: store.load,
    async take(told, place) {
      const fact = toFact(told, place)
      const repeat = await findRepeat(fact, place)
      const { ordinal, record } = await recordFor(fact, repeat?.ordinal)
      const before = record.facts.length === 0 ? null : store.callOf(record)
      if (repeat !== null && before !== null) {
        return { verdict: 'duplicate', callId: record.id, before, after: before, record }
      }
      if (before !== null) takeOver(record, fact)
      record.facts.push(fact)
      store.changed(ordinal, record)
      return { verdict: 'accepted', callId: record.id, before, after: store.callOf(record), record }
    },
    edit: (entry) =>
      change(entry.callId, (record) => {
        record.edits = mergeEdits(record.edits, toEdits(entry))
      }),
    close: (mark) =>
      change(mark.callId, (record) => {
        record.facts = mergeFacts(record.facts, [toClosedFact(mark)])
      }),
    async find(told, place) {
      const found = await findRepeat(toFact(told, place), place)
      const record = found === null ? null : await store.recordAt(found.ordinal)
      return found && record && { callId: record.id, deliveryId: found.fact.deliveryId }
    },
    record: async (id) => (await recordOf(id))?.record ?? null,
    async call(row) {
      const found = await recordOf(row.id)
      return found && store.callOf(found.record)
    },
    callOf: store.callOf,
    async forgetPretend(beforeMs) {
      const old = store.index.pretendOrdinals().filter((ordinal) => {
        const row = store.index.row(ordinal)
        return row !== undefined && row.startedMs < beforeMs
      })
      for (const ordinal of old) await store.remove(ordinal)
      return old.length
    },
    ...rebuild,
    save: store.save,
  }
}

function toFact(told: Told, { key, repeatable, seq, deliveryId, receivedAt }: Place): Fact {
  return {
    ...told,
    key: repeatable ? `${key}:${seq}` : key,
    at: told.at ?? receivedAt,
    ...(told.at === undefined && { untimed: true }),
    seq,
    deliveryId,
    receivedAt,
  }
}

/** A mark is a fact like any other, so that merging needs no rule of its own. */
function toClosedFact({ closes, at, seq }: ClosedMark & { seq: number }): Fact {
  return { kind: 'closed', key: `closed:${closes}`, closes, at, seq, deliveryId: '', receivedAt: at }
}

function toEdits(entry: EditEntry): Edits {
  const { at, desk } = entry
  switch (entry.field) {
    case 'note':
    case 'alert':
      return { [entry.field]: { value: entry.value, at, desk } }
    case 'seen':
      return { seen: { value: entry.value, at, desk } }
    case 'tag':
      return { tags: [{ tag: entry.tag, value: entry.value, at, desk }] }
  }
}

/** A uid takes over a call that had none. The old id still leads to it. */
function takeOver(record: CallRecord, fact: Fact): void {
  if (fact.uid === undefined || hasUid(record)) return
  record.aliases = [...(record.aliases ?? []), record.id]
  record.id = fact.uid
}
