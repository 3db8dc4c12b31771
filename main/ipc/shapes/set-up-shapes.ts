import type { Requests } from '../../../shared/ipc-contract.ts'
import type { Traffic } from '../../../shared/set-up.ts'
import type { TunnelSecretName, TunnelSettings } from '../../../shared/tunnel.ts'
import { isCallsPerDay } from '../../settings/reading/shapes.ts'
import { isObject } from '../../values.ts'
import { isText } from './is-text.ts'

const longestSecret = 10_000
const mostTunnelFields = 12

const secretNames: Record<TunnelSecretName, true> = { 'ngrok.authtoken': true, 'cloudflared.token': true }

export function isDoor(value: unknown): value is Requests['chooseDoor']['args'][0] {
  return value === 'company' || value === 'pretend'
}

export function isTraffic(value: unknown): value is Traffic {
  return isObject(value) && isCallsPerDay(value.callsPerDay)
}

/**
 * Flat, and of a size to be looked at. Whether it is right is for `readTunnelSettings` to say: a person who mistyped
 * shall hear more than that this request is unknown.
 */
export function isTunnelSettings(value: unknown): value is TunnelSettings | null {
  if (value === null) return true
  if (!isObject(value) || !isText(value.kind)) return false
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
