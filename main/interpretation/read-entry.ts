import type { Settings } from '../../shared/settings.ts'
import type { Place } from '../calls/book/call-book.ts'
import { toDelivery } from '../journal/delivery-entry.ts'
import type { DeliveryEntry } from '../journal/entry.ts'
import { type Content, type Delivery, readContent } from '../myoperator/delivery.ts'
import { factKey, interpret, type Reading } from '../myoperator/interpret.ts'

/** What a journaled delivery is, and what it says as this version understands it. */
export interface ReadEntry {
  delivery: Delivery
  reading: Reading
}

/** `known` spares looking for the object again. */
export function readEntry(
  entry: DeliveryEntry & { seq: number },
  settings: Pick<Settings, 'country' | 'queryFields'>,
  known?: Content,
): ReadEntry {
  const delivery = toDelivery(entry)
  if (entry.unreadable !== undefined)
    return { delivery, reading: { dialect: null, reason: entry.unreadable } }
  return { delivery, reading: interpret(delivery, known ?? readContent(delivery), settings) }
}

/** Where a delivery stands and what makes another its repeat. */
export function placeOf(delivery: Delivery, { told }: Extract<Reading, { told: unknown }>): Place {
  const { id: deliveryId, seq, receivedAt } = delivery
  return { ...factKey(delivery, told), seq, deliveryId, receivedAt }
}
