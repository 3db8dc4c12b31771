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
  /** No banner until then; null: banners as they come. Recording goes on. */
  doNotDisturbUntil: string | null
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
  doNotDisturbUntil: null,
}
