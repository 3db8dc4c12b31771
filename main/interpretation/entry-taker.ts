import type { Settings } from '../../shared/settings.ts'
import { toEpochMs } from '../../shared/time.ts'
import type { CallBook, Changed } from '../calls/book/call-book.ts'
import type { ClosedMark, DeafMark, DeliveryEntry, JournalEntry } from '../journal/entry.ts'
import type { Log } from '../log.ts'
import type { Content } from '../myoperator/delivery.ts'
import type { NotUnderstood } from './not-understood.ts'
import { placeOf, type ReadEntry, readEntry } from './read-entry.ts'
import { pretendCallLivesMs } from './upkeep.ts'

/** Takes journal entries into the call book, in their order. A fault loses nothing: the entry stays. */
export interface EntryTaker {
  /** Resolves when the entry has been taken. `content` spares reading it again. */
  take(entry: JournalEntry, content?: Content): Promise<Changed | null>
  /** Tells again of an entry that has been taken what stands in no call: not understood, or deaf. Changes no call. */
  note(entry: JournalEntry): void
}

export interface EntryTakerOptions {
  callBook: CallBook
  settings(): Pick<Settings, 'country' | 'queryFields'>
  /** A delivery, pretend ones excepted, that gives no call. */
  onNotUnderstood(item: NotUnderstood): void
  onDeaf(mark: DeafMark): void
  now(): number
  log: Log
}

export function createEntryTaker(options: EntryTakerOptions): EntryTaker {
  const { callBook, settings, onNotUnderstood, onDeaf, now, log } = options

  function noteReading({ delivery, reading }: ReadEntry) {
    const { seq, id, receivedAt, pretend } = delivery
    if (pretend || 'told' in reading) return
    onNotUnderstood({ seq, deliveryId: id, receivedAt, reason: reading.reason })
  }

  async function takeDelivery(
    entry: DeliveryEntry & { seq: number },
    content?: Content,
  ): Promise<Changed | null> {
    if (entry.pretend && now() - toEpochMs(entry.receivedAt) > pretendCallLivesMs) return null
    const read = readEntry(entry, settings(), content)
    noteReading(read)
    const { delivery, reading } = read
    return 'told' in reading ? callBook.take(reading.told, placeOf(delivery, reading)) : null
  }

  async function takeMark(mark: (ClosedMark | DeafMark) & { seq: number }): Promise<Changed | null> {
    if (mark.mark === 'closed') return callBook.close(mark)
    onDeaf(mark)
    return null
  }

  return {
    async take(entry, content) {
      try {
        switch (entry.kind) {
          case 'delivery':
            return await takeDelivery(entry, content)
          case 'edit':
            return await callBook.edit(entry)
          case 'mark':
            return await takeMark(entry)
        }
      } catch (error) {
        log.warn('interpretation.fault', `Entry ${entry.seq} could not be taken; it is kept`, error)
        return null
      }
    },
    note(entry) {
      if (entry.kind === 'delivery') noteReading(readEntry(entry, settings()))
      if (entry.kind === 'mark' && entry.mark === 'deaf') onDeaf(entry)
    },
  }
}
