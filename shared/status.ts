import type { Instant } from './call.ts'

/** What the tray, the window and `doctor` say about this Ringtray. */
export interface Status {
  listener: ListenerStatus
  /** Whether what arrives can be kept. */
  storage: { state: 'ok' } | { state: 'failing'; since: Instant; reason: string }
  /** The newest authenticated delivery, pretend calls excepted. */
  heardAt: Instant | null
  /** Deliveries refused because no proof was right, since the start. */
  refused: { count: number; lastAt: Instant | null }
  /** What was wrong with the settings at the start, in sentences for a person. */
  problems: readonly string[]
  /** Kept deliveries that gave no call. */
  notUnderstood: number
  /** The call book is loaded; before that calls are received but not shown. */
  ready: boolean
  /** Banners are silenced until then; null: not silenced. */
  doNotDisturbUntil: Instant | null
}

export type ListenerStatus =
  | { state: 'starting' }
  | { state: 'listening'; url: string }
  /** No proof is configured: every request is answered 503. */
  | { state: 'shut'; url: string }
  /** `reason` is a sentence for a person. */
  | { state: 'failed'; reason: string }
