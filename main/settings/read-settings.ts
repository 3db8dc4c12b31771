import { getCountries } from 'libphonenumber-js/max'
import { readNumber } from '../../shared/phone-number.ts'
import {
  type BasicProof,
  defaultSettings,
  type HeaderProof,
  type Proofs,
  type QueryField,
  type QueryProof,
  queryFieldNames,
  type Settings,
} from '../../shared/settings.ts'

type Raw = Readonly<Record<string, unknown>>

/** Valid values as they stand; for every other its default, and a sentence that says so. Total. */
export function readSettings(raw: Raw): { settings: Settings; problems: string[] } {
  const problems: string[] = []
  const take = <T>(
    name: string,
    value: unknown,
    fallback: T,
    is: (value: unknown) => value is T,
    wants: string,
  ): T => {
    if (value === undefined) return fallback
    if (is(value)) return value
    problems.push(`settings.json: ${name} must be ${wants}. Until it is corrected, its default is used.`)
    return fallback
  }
  const proofs = take('proofs', raw.proofs, {}, isObject, 'an object with header, basic and query')
  const country = take(
    'country',
    raw.country,
    defaultSettings.country,
    isCountry,
    'a country code such as "IN"',
  )
  const settings: Settings = {
    version: 1,
    port: take('port', raw.port, defaultSettings.port, isPort, 'a whole number from 0 to 65535'),
    proofs: readProofs(proofs, take),
    country,
    me: readMe(
      take('me', raw.me, defaultSettings.me, isTextList, 'a list of numbers or ids, each in quotes'),
      country,
    ),
    queryFields: take(
      'queryFields',
      raw.queryFields,
      defaultSettings.queryFields,
      isQueryFields,
      `an object of names, each mapped to one of ${queryFieldNames.join(', ')}`,
    ),
    doNotDisturbUntil: take(
      'doNotDisturbUntil',
      raw.doNotDisturbUntil,
      null,
      isInstantOrNull,
      'null or an ISO 8601 instant',
    ),
  }
  return { settings, problems }
}

type Take = <T>(
  name: string,
  value: unknown,
  fallback: T,
  is: (value: unknown) => value is T,
  wants: string,
) => T

/** As people write numbers, so that they are the same as the provider's. What is no number is an id. */
function readMe(me: string[], country: string): string[] {
  return me.map((item) => readNumber(item, country)?.number ?? item.trim())
}

/** A proof that is not valid is not configured: the door is rather shut than open to something unintended. */
function readProofs(raw: Raw, take: Take): Proofs {
  return {
    header: take<HeaderProof | null>(
      'proofs.header',
      raw.header,
      null,
      isHeaderProof,
      'null or {name, value}, neither empty',
    ),
    basic: take<BasicProof | null>(
      'proofs.basic',
      raw.basic,
      null,
      isBasicProof,
      'null or {username, password}, the password not empty',
    ),
    query: take<QueryProof | null>(
      'proofs.query',
      raw.query,
      null,
      isQueryProof,
      'null or {name, value}, neither empty',
    ),
  }
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 65_535
}

function isCountry(value: unknown): value is string {
  return (getCountries() as string[]).includes(value as string)
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isQueryFields(value: unknown): value is Record<string, QueryField> {
  const names: readonly unknown[] = queryFieldNames
  return isObject(value) && Object.values(value).every((field) => names.includes(field))
}

/** RFC 9110 token: what Node lets pass as a header's name. */
function isHeaderProof(value: unknown): value is HeaderProof | null {
  if (value === null) return true
  if (!isObject(value) || !isText(value.name) || !/^[\w!#$%&'*+.^`|~-]+$/.test(value.name)) return false
  return isText(value.value) && (value.previous == null || isPrevious(value.previous))
}

function isPrevious(value: unknown): boolean {
  return (
    isObject(value) &&
    isText(value.value) &&
    typeof value.until === 'string' &&
    !Number.isNaN(Date.parse(value.until))
  )
}

function isInstantOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && !Number.isNaN(Date.parse(value)))
}

function isBasicProof(value: unknown): value is BasicProof | null {
  return value === null || (isObject(value) && typeof value.username === 'string' && isText(value.password))
}

function isQueryProof(value: unknown): value is QueryProof | null {
  return value === null || (isObject(value) && isText(value.name) && isText(value.value))
}
