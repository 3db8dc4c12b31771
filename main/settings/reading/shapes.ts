import { getCountries } from 'libphonenumber-js/max'
import {
  type CardPlace,
  type QueryField,
  queryFieldNames,
  type Shift,
  type ShowCallsAs,
  showCallsAsChoices,
} from '../../../shared/settings.ts'
import { isObject, isWhole } from '../../values.ts'

const mostCallsPerDay = 100_000

/** Farther from its corner than any screen is wide. */
const farthestPixels = 100_000

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

export function isPort(value: unknown): value is number {
  return isWhole(value, 0, 65_535)
}

export function isCallsPerDay(value: unknown): value is number {
  return isWhole(value, 1, mostCallsPerDay)
}

export function isCountry(value: unknown): value is string {
  return (getCountries() as string[]).includes(value as string)
}

export function isQueryFields(value: unknown): value is Record<string, QueryField> {
  const names: readonly unknown[] = queryFieldNames
  return isObject(value) && Object.values(value).every((field) => names.includes(field))
}

export function isShowCallsAs(value: unknown): value is ShowCallsAs {
  return (showCallsAsChoices as readonly unknown[]).includes(value)
}

/** A shift on no day at all would silence every call for good. */
export function isShift(value: unknown): value is Shift {
  if (!isObject(value) || !Array.isArray(value.days) || !isClock(value.from) || !isClock(value.to))
    return false
  const { days } = value
  return (
    days.length > 0 && days.every((day) => isWhole(day, 0, 6)) && new Set<unknown>(days).size === days.length
  )
}

export function isCardPlace(value: unknown): value is CardPlace {
  return (
    isObject(value) &&
    (value.horizontal === 'left' || value.horizontal === 'right') &&
    (value.vertical === 'top' || value.vertical === 'bottom') &&
    isWhole(value.x, -farthestPixels, farthestPixels) &&
    isWhole(value.y, -farthestPixels, farthestPixels)
  )
}

export function orNull<T>(is: (value: unknown) => value is T): (value: unknown) => value is T | null {
  return (value): value is T | null => value === null || is(value)
}

function isClock(value: unknown): value is string {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
}
