import { isUtf8 } from 'node:buffer'
import type { Delivery } from '../myoperator/delivery.ts'
import type { DeliveryEntry } from './entry.ts'

/** A delivery as its journal line holds it: text where it is UTF-8, so that the journal can be read. */
export function toDeliveryEntry(
  { id, receivedAt, method, query, body, pretend }: Omit<Delivery, 'seq'>,
  unreadable: 'no-object' | 'too-deep' | null,
): DeliveryEntry {
  return {
    kind: 'delivery',
    id,
    receivedAt,
    method,
    ...(query.length > 0 && { query }),
    ...toBodyFields(body),
    ...(unreadable !== null && { unreadable }),
    ...(pretend && { pretend }),
  }
}

function toBodyFields(body: Buffer): Pick<DeliveryEntry, 'body' | 'bodyBase64'> {
  if (body.length === 0) return {}
  return isUtf8(body) ? { body: body.toString('utf8') } : { bodyBase64: body.toString('base64') }
}

export function toDelivery(entry: DeliveryEntry & { seq: number }): Delivery {
  const { id, seq, receivedAt, method, query = [], body, bodyBase64, pretend = false } = entry
  const bytes = bodyBase64 === undefined ? Buffer.from(body ?? '', 'utf8') : Buffer.from(bodyBase64, 'base64')
  return { id, seq, receivedAt, method, query, body: bytes, pretend }
}
