import type { QueryField } from '../../shared/settings.ts'
import type { Told } from '../calls/fact.ts'

export type Dialect = 'in-call' | 'after-call' | 'v2' | 'query'

/** What a dialect needs to know about this house. */
export interface Context {
  /** ISO 3166-1 alpha-2: how numbers without a country code are read. */
  country: string
  /** The customer's own query parameter names. */
  queryFields: Record<string, QueryField>
}

export type ReasonCode =
  /** Nothing in it says which call it is about. */
  | 'no-call'
  /** Another channel: WhatsApp. */
  | 'not-a-call'
  /** A v2 event type that we do not know. */
  | 'unknown-event'
  /** A disposition whose names we cannot find. */
  | 'unknown-disposition'
  /** An object that is none of the provider's logs. */
  | 'unknown-shape'
  | 'no-object'
  | 'too-deep'

/** Why a delivery tells of no call. */
export interface Refusal {
  reason: ReasonCode
}

export type Reading = { dialect: Dialect; told: Told } | { dialect: Dialect | null; reason: ReasonCode }

export function isRefusal(result: Told | Refusal): result is Refusal {
  return 'reason' in result
}
