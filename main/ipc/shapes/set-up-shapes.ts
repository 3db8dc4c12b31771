import type { Instant } from '../../../shared/call.ts'
import type { Requests } from '../../../shared/ipc-contract.ts'
import type { Traffic } from '../../../shared/set-up.ts'
import type { TunnelSecretName, TunnelSettings } from '../../../shared/tunnel.ts'
import { isCallsPerDay } from '../../settings/reading/shapes.ts'
import { isRecord, isText } from './values.ts'

const longestSecret = 10_000
const longestInstant = 40
const mostTunnelFields = 12

const secretNames: Record<TunnelSecretName, true> = { 'ngrok.authtoken': true, 'cloudflared.token': true }

export function isDoor(value: unknown): value is Requests['chooseDoor']['args'][0] {
  return value === 'company' || value === 'pretend'
}

export function isTraffic(value: unknown): value is Traffic {
  return isRecord(value) && isCallsPerDay(value.callsPerDay)
}

/**
 * Flat, and of a size to be looked at. Whether it is right is for `readTunnelSettings` to say: a person who mistyped
 * shall hear more than that this request is unknown.
 */
export function isTunnelSettings(value: unknown): value is TunnelSettings | null {
  if (value === null) return true
  if (!isRecord(value) || !isText(value.kind)) return false
  const fields = Object.values(value)
  const isPlain = (field: unknown) => field === undefined || isText(field) || Number.isFinite(field)
  return fields.length <= mostTunnelFields && fields.every(isPlain)
}

export function isSecretName(value: unknown): value is TunnelSecretName {
  return typeof value === 'string' && Object.hasOwn(secretNames, value)
}

/** Null forgets it; nothing at all is no secret. */
export function isSecretValue(value: unknown): value is string | null {
  return value === null || (isText(value, longestSecret) && value.trim() !== '')
}

export function isOutside(value: unknown): value is Requests['openOutside']['args'][0] {
  return value === 'wifi-sign-in' || value === 'notification-settings'
}

export function isInstant(value: unknown): value is Instant {
  return isText(value, longestInstant) && !Number.isNaN(Date.parse(value))
}
