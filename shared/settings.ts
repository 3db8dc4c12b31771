import type { TunnelSettings } from './tunnel.ts'

/** `settings.json` in the data folder. Unknown keys are kept, absent keys have these defaults. */
export interface Settings {
  version: 1
  /** Loopback port of the listener; 7464 spells R-I-N-G. */
  port: number
  /** Any one configured proof admits a delivery; with none the door stays shut. */
  proofs: Proofs
  /** ISO 3166-1 alpha-2: how numbers without a country code are read. */
  country: string
  /** The numbers (E.164) or ids of the agent at this desk. Empty: every call is mine. */
  me: string[]
  /** The customer's own query parameter names, each mapped to a field of the panel. */
  queryFields: Record<string, QueryField>
  /** Nobody is set under `me`, and that is meant: the card does not ask whose call it is. */
  watchAll: boolean
  /** Agents (E.164 or ids) whose calls are not mine while nobody is set under `me`. */
  notMe: string[]
  showCallsAs: ShowCallsAs
  /** Nothing is shown until then; null: calls are shown as they come. Recording goes on. */
  doNotDisturbUntil: string | null
  /** Since when that lasts: what the summary at its end counts from. */
  doNotDisturbSince: string | null
  /** Calls are shown in these hours only; null: always. */
  shift: Shift | null
  /** Customers (E.164, or as they came) whose calls are never shown. They are recorded like all others. */
  ignored: string[]
  /** Where the card was dragged to: its distance from that corner of the work area, in pixels; null: the usual corner. */
  cardPlace: CardPlace | null
  /** How the world reaches this Ringtray; null: by nothing that it looks after. */
  tunnel: TunnelSettings | null
  /** Calls of the whole company on a busy day, as told at set-up; null: not told. */
  callsPerDay: number | null
  /** False in a new folder, until somebody has chosen how to begin: so long the set-up opens by itself. */
  hasBegun: boolean
  /** Brings the keyboard to the card, as Electron writes accelerators; null: none. */
  cardShortcut: string | null
}

export type ShowCallsAs = (typeof showCallsAsChoices)[number]
export const showCallsAsChoices = ['card and notification', 'card', 'notification'] as const

/** In the machine's zone. `to` before `from` ends on the next day; the same twice is the whole day. */
export interface Shift {
  /** 0 is Sunday. */
  days: number[]
  /** `HH:MM`. */
  from: string
  to: string
}

export interface CardPlace {
  horizontal: 'left' | 'right'
  vertical: 'top' | 'bottom'
  x: number
  y: number
}

export interface Proofs {
  header: HeaderProof | null
  basic: BasicProof | null
  query: QueryProof | null
}

export interface HeaderProof {
  name: string
  value: string
  /** After a change of secret the old one is still admitted until then. */
  previous?: { value: string; until: string } | null
}

export interface BasicProof {
  username: string
  password: string
}

export interface QueryProof {
  name: string
  value: string
}

export const queryFieldNames = [
  'customerNumber',
  'customerNumberNational',
  'createdAt',
  'event',
  'status',
  'callState',
  'uid',
  'companyId',
  'serviceNumber',
  'agentNumber',
  'referenceId',
  'clientReferenceId',
  'ivrId',
] as const

export type QueryField = (typeof queryFieldNames)[number]

export const defaultSettings: Settings = {
  version: 1,
  port: 7464,
  proofs: { header: null, basic: null, query: null },
  country: 'IN',
  me: [],
  queryFields: {},
  watchAll: false,
  notMe: [],
  showCallsAs: 'card and notification',
  doNotDisturbUntil: null,
  doNotDisturbSince: null,
  shift: null,
  ignored: [],
  cardPlace: null,
  tunnel: null,
  callsPerDay: null,
  hasBegun: true,
  cardShortcut: 'CommandOrControl+Alt+R',
}
