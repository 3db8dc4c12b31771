import type { Instant } from '../../shared/call.ts'
import { findObject } from './bytes/find-object.ts'

export { parseQuery } from './bytes/percent.ts'

/** A parsed JSON object: untrusted. Read with `Object.hasOwn`, never merged by assignment. */
export type JsonObject = { readonly [key: string]: unknown }

/** What one HTTP attempt carried, as the journal keeps it. */
export interface Delivery {
  id: string
  seq: number
  receivedAt: Instant
  method: 'GET' | 'POST'
  /** Decoded, in order, a query proof's parameter removed. */
  query: [name: string, value: string][]
  /** The exact bytes; empty for GET. */
  body: Buffer
  /** Made by *show me a pretend call*. */
  pretend: boolean
}

/** What was found in a delivery's bytes: the one object, only query parameters, or nothing that can be read. */
export type Content =
  | { form: 'object'; object: JsonObject }
  | { form: 'parameters' }
  | { form: 'unreadable'; reason: 'no-object' | 'too-deep' }

/** By what the bytes are, never by Content-Type. Total: no bytes make it throw. */
export function readContent(delivery: Pick<Delivery, 'method' | 'query' | 'body'>): Content {
  const found = delivery.method === 'GET' ? null : findObject(delivery.body.toString('utf8'))
  if (found === 'too-deep') return { form: 'unreadable', reason: 'too-deep' }
  if (found !== null) return { form: 'object', object: found }
  return delivery.query.length > 0 ? { form: 'parameters' } : { form: 'unreadable', reason: 'no-object' }
}

/**
 * The bytes to keep in place of the body where it is not about a call: a WhatsApp event's envelope without its
 * payload, which holds what people wrote. Null where the body is kept as it came.
 */
export function privateRemainder(content: Content): Buffer | null {
  if (content.form !== 'object' || !Object.hasOwn(content.object, 'event_id')) return null
  if (!isOtherChannel(content.object)) return null
  const kept = Object.entries(content.object).filter(([key]) => key !== 'payload')
  return Buffer.from(
    `{${kept.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
  )
}

/** A channel is told and it is not the telephone. */
export function isOtherChannel(envelope: JsonObject): boolean {
  const channel = Object.hasOwn(envelope, 'channel') ? envelope.channel : null
  if (channel === null || channel === '') return false
  return typeof channel !== 'string' || channel.trim().toLowerCase() !== 'call'
}
