import { createHash } from 'node:crypto'
import type { Dialect } from '../../shared/kept-delivery.ts'
import type { Told } from '../calls/fact.ts'
import { looksAfterCall, readAfterCall } from './after-call.ts'
import type { Content, Delivery, JsonObject } from './delivery.ts'
import { looksInCall, readInCall } from './in-call.ts'
import type { LiveLog } from './live-log.ts'
import { queryLog, readQuery } from './query.ts'
import { type Context, isRefusal, type Reading, type Refusal } from './reading.ts'
import { looksV2, readV2 } from './v2.ts'

export type { Context, Reading, Refusal } from './reading.ts'

/** What a delivery says about one call, or why it says nothing. Pure and total. */
export function interpret(delivery: Delivery, content: Content, context: Context): Reading {
  const result = read(delivery, content, context)
  if (!delivery.pretend || 'reason' in result) return result
  return { dialect: result.dialect, told: { ...result.told, source: 'pretend' } }
}

/**
 * Same key, same fact. `repeatable`: nothing in it tells two calls apart, so the same bytes later may be
 * another call.
 */
export function factKey(delivery: Delivery, told: Told): { key: string; repeatable: boolean } {
  if (told.eventId !== undefined) {
    const parts = JSON.stringify([told.eventId, told.eventType ?? '', told.uid ?? ''])
    return { key: digest(parts), repeatable: false }
  }
  const hasName = told.uid ?? told.logId ?? told.referenceId ?? told.clientReferenceId
  const hasTime = told.at ?? told.startedAt ?? told.answeredAt ?? told.endedAt
  return {
    key: digest(JSON.stringify([delivery.method, delivery.query]), delivery.body),
    repeatable: hasName === undefined && hasTime === undefined,
  }
}

function digest(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 24)
}

function read(delivery: Delivery, content: Content, context: Context): Reading {
  switch (content.form) {
    case 'unreadable':
      return { dialect: null, reason: content.reason }
    case 'parameters':
      return reading('query', readQuery(delivery.query, context))
    case 'object':
      return readObject(content.object, delivery, context)
  }
}

/** The dialect is known by the shape of the object alone. */
function readObject(object: JsonObject, delivery: Delivery, context: Context): Reading {
  const query = delivery.query.length > 0 ? queryLog(delivery.query, context) : undefined
  const dialect = dialectOf(object)
  if (dialect === null) return readUnknownShape(query, delivery, context)
  return reading(dialect, readers[dialect](object, context, query))
}

function dialectOf(object: JsonObject): Exclude<Dialect, 'query'> | null {
  if (looksV2(object)) return 'v2'
  if (looksAfterCall(object)) return 'after-call'
  return looksInCall(object) ? 'in-call' : null
}

const readers = { v2: readV2, 'after-call': readAfterCall, 'in-call': readInCall }

function readUnknownShape(query: LiveLog | undefined, delivery: Delivery, context: Context): Reading {
  const told = query === undefined ? null : readQuery(delivery.query, context)
  return told === null || isRefusal(told)
    ? { dialect: null, reason: 'unknown-shape' }
    : { dialect: 'query', told }
}

function reading(dialect: Dialect, result: Told | Refusal): Reading {
  return isRefusal(result) ? { dialect, reason: result.reason } : { dialect, told: result }
}
