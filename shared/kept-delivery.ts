import type { Instant } from './call.ts'

/** What became of a delivery. Derived from journal and call book whenever it is asked, never stored. */
export interface KeptDelivery {
  id: string
  receivedAt: Instant
  method: 'GET' | 'POST'
  /** `duplicate`: it says what another said before. `unrecognised`: it gives no call. `unreadable`: answered 400. */
  verdict: 'accepted' | 'duplicate' | 'unrecognised' | 'unreadable'
  reason: ReasonCode | null
  dialect: Dialect | null
  callId: string | null
}

/** A kept delivery with what it carried, made readable. */
export interface ArrivedDelivery extends KeptDelivery {
  query: [name: string, value: string][]
  /** The object found in the body, indented; else the body as text. Empty for a GET. */
  body: string
}

export type Dialect = 'in-call' | 'after-call' | 'v2' | 'query'

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
