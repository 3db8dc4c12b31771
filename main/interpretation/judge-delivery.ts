import type { KeptDelivery } from '../../shared/kept-delivery.ts'
import type { Settings } from '../../shared/settings.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import type { DeliveryEntry } from '../journal/entry.ts'
import { placeOf, readEntry } from './read-entry.ts'

export interface JudgeOptions {
  callBook: Pick<CallBook, 'find'>
  settings: Pick<Settings, 'country' | 'queryFields'>
}

export async function judgeDelivery(
  entry: DeliveryEntry & { seq: number },
  { callBook, settings }: JudgeOptions,
): Promise<KeptDelivery> {
  const { id, receivedAt, method } = entry
  const { delivery, reading } = readEntry(entry, settings)
  const kept = { id, receivedAt, method, dialect: reading.dialect, callId: null }
  if ('reason' in reading) {
    const verdict = entry.unreadable === undefined ? 'unrecognised' : 'unreadable'
    return { ...kept, verdict, reason: reading.reason }
  }
  const found = await callBook.find(reading.told, placeOf(delivery, reading))
  const verdict = found === null || found.deliveryId === id ? 'accepted' : 'duplicate'
  return { ...kept, verdict, reason: null, callId: found?.callId ?? null }
}
