import type { Dialect, ReasonCode } from '../../shared/kept-delivery.ts'
import type { QueryField } from '../../shared/settings.ts'
import type { Told } from '../calls/fact.ts'

/** What a dialect needs to know about this house. */
export interface Context {
  /** ISO 3166-1 alpha-2: how numbers without a country code are read. */
  country: string
  /** The customer's own query parameter names. */
  queryFields: Record<string, QueryField>
}

/** Why a delivery tells of no call. */
export interface Refusal {
  reason: ReasonCode
}

export type Reading = { dialect: Dialect; told: Told } | { dialect: Dialect | null; reason: ReasonCode }

export function isRefusal(result: Told | Refusal): result is Refusal {
  return 'reason' in result
}
