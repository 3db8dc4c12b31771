/** The one shape of a call: what the window, the exports and the command line show. */
export interface Call {
  /** The provider's uid; `log:` + log id, or `own:` + sequence, where no uid was ever told. */
  id: string
  uid: string | null
  companyId: string | null
  direction: Direction
  phase: Phase
  /** null while the call is live. */
  outcome: Outcome | null
  customer: Customer
  /** The service number that was called, E.164 where it parses. */
  line: string | null
  /** Everyone rung or connected, in order of first mention. */
  agents: Agent[]
  /** The agent who talked last: number, or id where there is no number. */
  answeredBy: string | null
  /** The earliest instant the provider told; when it told none, when we first heard of the call. */
  startedAt: Instant
  answeredAt: Instant | null
  endedAt: Instant | null
  /** Whole call, ringing included. Null where nobody told. */
  totalSeconds: number | null
  /** Sum over the legs in which an agent talked. Null where nobody told. */
  talkSeconds: number | null
  /** An after-call log or a summary has confirmed times and agents. */
  exact: boolean
  department: string | null
  ivrId: string | null
  referenceId: string | null
  clientReferenceId: string | null
  recording: Recording | null
  /** MyOperator's own, by name. */
  dispositions: string[]
  /** Query parameters that the customer named and we do not know. */
  custom: Record<string, string>
  source: Source
  seen: boolean
  note: string
  tags: string[]
  /** One per fact, in the order of the call. */
  events: CallEvent[]
}

/** ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T07:11:41.000Z`. */
export type Instant = string

export type Direction = 'incoming' | 'outgoing' | 'unknown'
export type Phase = 'initiated' | 'ringing' | 'answered' | 'ended'
export type Outcome = 'connected' | 'missed' | 'voicemail' | 'rejected' | 'no-answer' | 'unknown'
export type Source = 'ivr' | 'mobile' | 'pretend' | 'unknown'

/** Nobody spoke with the caller, who may have left a voicemail instead. */
export function isMissed(outcome: Outcome | null): boolean {
  return outcome === 'missed' || outcome === 'voicemail'
}

export interface Customer {
  /** E.164, or null where what came is no valid number. */
  number: string | null
  /** As it came. */
  raw: string | null
  withheld: boolean
  name: string | null
}

export type AgentResult = 'rung' | 'answered' | 'missed' | 'busy' | 'rejected' | 'cancelled' | 'transferred'

export interface Agent {
  /** E.164. */
  number: string | null
  /** The provider's id, or the text that stood where a number was expected. */
  id: string | null
  name: string | null
  extension: string | null
  result: AgentResult
  ringSeconds: number | null
  talkSeconds: number | null
}

export interface Recording {
  file: string | null
  url: string | null
}

export type EventKind =
  | 'initiated'
  | 'ringing'
  | 'answered'
  | 'ended'
  | 'log'
  | 'disposition'
  | 'closed'
  | 'unknown'

export interface CallEvent {
  kind: EventKind
  at: Instant
  deliveryId: string
}
