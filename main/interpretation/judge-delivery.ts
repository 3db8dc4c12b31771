import type { KeptDelivery } from '../../shared/kept-delivery.ts'
import type { Settings } from '../../shared/settings.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import { toDelivery } from '../journal/delivery-entry.ts'
import type { DeliveryEntry } from '../journal/entry.ts'
import { readContent } from '../myoperator/delivery.ts'
import { interpret } from '../myoperator/interpret.ts'
import { placeOf } from './entry-taker.ts'

export interface JudgeOptions {
  callBook: Pick<CallBook, 'find'>
  settings: Pick<Settings, 'country' | 'queryFields'>
}

export async function judgeDelivery(
  entry: DeliveryEntry & { seq: number },
  { callBook, settings }: JudgeOptions,
): Promise<KeptDelivery> {
  const { id, receivedAt, method } = entry
  const kept = { id, receivedAt, method, dialect: null, callId: null }
  if (entry.unreadable !== undefined) return { ...kept, verdict: 'unreadable', reason: entry.unreadable }
  const delivery = toDelivery(entry)
  const reading = interpret(delivery, readContent(delivery), settings)
  const { dialect } = reading
  if ('reason' in reading) return { ...kept, verdict: 'unrecognised', reason: reading.reason, dialect }
  const found = await callBook.find(reading.told, placeOf(delivery, reading))
  const verdict = found === null || found.deliveryId === id ? 'accepted' : 'duplicate'
  return { ...kept, verdict, reason: null, dialect, callId: found?.callId ?? null }
}
