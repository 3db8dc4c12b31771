import type { Instant } from './call.ts'
import type { ReachStatus } from './reach.ts'
import type { NamedKey, SeenAgent } from './settings-page.ts'
import type { TunnelKind, TunnelSecretName, TunnelSettings } from './tunnel.ts'

/** What the set-up window shows; once everything is done the same page is *health*. */
export interface SetUp {
  /** Nobody has gone through one of the doors yet: the window asks which. */
  isFirstStart: boolean
  /** A real ring and a real end were seen. */
  isDone: boolean
  tunnel: TunnelSettings | null
  waysIn: WayIn[]
  /** What the ways in are chosen by; null: not told yet. */
  traffic: Traffic | null
  /** Which secrets are kept for the ways in; none of them is ever told. */
  secrets: TunnelSecretName[]
  /** Where these secrets lie, in a sentence for a person. */
  secretsAre: string
  reach: ReachStatus
  paste: { v2: PasteField[]; v1: PasteField[] }
  checks: Check[]
  me: NamedKey[]
  agents: SeenAgent[]
  notificationProblem: string | null
}

export interface Traffic {
  /** Of the whole company on a busy day. */
  callsPerDay: number
}

export interface WayIn {
  kind: TunnelKind
  /** What somebody has to have for it, in one line. */
  needs: string
  /** It carries this traffic. */
  isOffered: boolean
  /** What it carries, where that is limited: “20,000 requests a month; you need up to 13,000”. */
  carries: string | null
}

/** One field of MyOperator's panel. */
export interface PasteField {
  field: string
  /** What goes there; a secret's is masked here. Empty: leave it empty. */
  value: string
  /** What its button copies; null: there is nothing to copy (boxes to tick, choices). */
  copy: 'webhookUrl' | 'headerName' | 'headerValue' | 'headerLine' | null
}

export interface Check {
  code: CheckCode
  /** `waiting`: it has not been seen yet. `wrong`: something else was seen instead. */
  state: 'done' | 'waiting' | 'wrong'
  /** What was seen and when, or what is missing and which box in the panel to change. */
  sentence: string
  at: Instant | null
}

export type CheckCode =
  | 'request-arrived'
  | 'secret-right'
  | 'ringing-seen'
  | 'agent-named'
  | 'end-seen'
  | 'talk-time-seen'
  | 'only-calls'
