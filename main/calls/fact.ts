import type { AgentResult, Direction, EventKind, Instant, Outcome, Phase, Source } from '../../shared/call.ts'

/**
 * What one delivery says about one call, before it has a place in the journal: what a dialect returns.
 * Absent means "not told". Nothing here is derived from another delivery.
 */
export interface Told {
  kind: EventKind
  /** The instant this is about, where the provider told it. */
  at?: Instant
  /** Every other instant told that lies at or after the start (log start, leg starts …). */
  startedAt?: Instant
  answeredAt?: Instant
  endedAt?: Instant
  /** An after-call log or a v2 summary: final for legs, results, durations and outcome. */
  exact?: true
  /** v2 `event_sequence`; absent on dispositions and summaries. */
  eventSequence?: number
  /** v2 `event_id`. */
  eventId?: string
  /** v2 `event_type`, lower case: with `event_id` and uid it is the key. */
  eventType?: string
  uid?: string
  /** `_ai` of an after-call log. */
  logId?: string
  companyId?: string
  direction?: Exclude<Direction, 'unknown'>
  phase?: Phase
  outcome?: Outcome
  customer?: ToldCustomer
  line?: string
  /** In the order told. On a fact of kind `answered` these are who answered (several: nobody's yet). */
  agents?: ToldAgent[]
  /** The agent who talked last, told outright (last received leg, last answered agent leg). */
  answeredBy?: string
  totalSeconds?: number
  talkSeconds?: number
  department?: string
  ivrId?: string
  referenceId?: string
  clientReferenceId?: string
  recordingFile?: string
  recordingUrl?: string
  dispositions?: string[]
  /** Name and value pairs, in the order told: outside text never becomes an object key here. */
  custom?: [name: string, value: string][]
  source?: Exclude<Source, 'unknown'>
}

export interface ToldCustomer {
  /** E.164. */
  number?: string
  raw?: string
  withheld?: true
  name?: string
}

export interface ToldAgent {
  /** E.164. */
  number?: string
  id?: string
  name?: string
  extension?: string
  result?: AgentResult
  ringSeconds?: number
  talkSeconds?: number
}

/** A `Told` with its place: the unit of which calls are made, kept in the call book. */
export interface Fact extends Told {
  /** Same key, same fact: a repeat. Unique within its call. */
  key: string
  /** `Told.at` where told, else `receivedAt`. */
  at: Instant
  /** True where `at` is only our `receivedAt`. */
  untimed?: true
  /** Journal sequence of the first delivery that said so. */
  seq: number
  deliveryId: string
  receivedAt: Instant
  /** On kind `closed`: the key of the newest fact at that time; the mark counts only while it is the newest. */
  closes?: string
}

/** The latest of each edit of a call. Tags are edits of their own, so that two desks can each add one. */
export interface Edits {
  note?: Edit<string>
  seen?: Edit<boolean>
  /** What the alert did about this call, or why it did nothing. */
  alert?: Edit<string>
  tags?: (Edit<boolean> & { tag: string })[]
}

export interface Edit<T> {
  value: T
  /** The later of now and the replaced edit's instant + 1 ms. */
  at: Instant
  /** Breaks ties between desks. */
  desk: string
}
