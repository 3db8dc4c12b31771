import type { Instant } from './call.ts'
import type { ReachStatus } from './reach.ts'
import { toEpochMs } from './time.ts'

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
  /** Calls are not shown until then; null: they are. */
  doNotDisturbUntil: Instant | null
  /** Customers of the last seven days whom nobody has spoken to since they were missed. */
  owed: {
    /** Those among them of whom a call rang this desk's agent, or nobody. */
    mine: number
    all: number
  }
  reach: ReachStatus
  /** How far our clock is behind the provider's (negative: ahead), where it matters; null: it agrees. */
  clockBehindMs: number | null
  /** Why the system shows no notification, in a sentence; null: it does, or was never asked. */
  notificationProblem: string | null
}

export type ListenerStatus =
  | { state: 'starting' }
  | { state: 'listening'; url: string }
  /** No proof is configured: every request is answered 503. */
  | { state: 'shut'; url: string }
  /** `reason` is a sentence for a person. */
  | { state: 'failed'; reason: string }

export function isSilenced({ doNotDisturbUntil }: Pick<Status, 'doNotDisturbUntil'>, nowMs: number): boolean {
  return doNotDisturbUntil !== null && nowMs < toEpochMs(doNotDisturbUntil)
}
