import { isObject } from '../../values.ts'
import { parseJson } from '../bytes/json.ts'
import type { JsonObject } from '../delivery.ts'

/** The first of these fields that holds something: empty, null and absent are one thing. */
export function field(object: JsonObject, ...names: string[]): unknown {
  for (const name of names) {
    if (!Object.hasOwn(object, name)) continue
    const value = object[name]
    if (value !== null && value !== undefined && !(typeof value === 'string' && value.trim() === ''))
      return value
  }
  return null
}

/** The field as it is, empty or not; null where there is none. */
export function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : null
}

// A body of 128 KB that is all one name, or all agents, would cost every later reader of that call. The journal keeps
// it as it came.
const longestText = 4_000
const longestId = 200
export const mostMembers = 100

/** As it came, up to 4,000 characters; a number as its digits. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, longestText) : null
}

/** A text to join on: trimmed, and no written-out emptiness, which would make one call of all that carry it. */
export function readId(value: unknown): string | null {
  const id = readText(value)?.trim() ?? null
  return id === null || id.length > longestId || /^(?:null|undefined|none|0)$/i.test(id) ? null : id
}

/** The provider's name for a call. One that looks like an id of our own making is told apart from those. */
export function readUid(value: unknown): string | null {
  const uid = readId(value)
  return uid !== null && /^(?:own|log):/.test(uid) ? `uid:${uid}` : uid
}

/** A code to compare: `1`, `"1"` and `1.0` are one value, words are lower case. */
export function readCode(value: unknown): string | null {
  const text = readText(value)?.trim().toLowerCase() ?? null
  return text === null || text === 'null' ? null : text.replace(/^(\d+)\.0+$/, '$1')
}

/** Whole seconds of `00:00:39`, `39`, `"39"` or `38.6`; null below zero or above a week. */
export function readSeconds(value: unknown): number | null {
  const text = readText(value)?.trim() ?? ''
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2}(?:\.\d+)?)$/.exec(text)
  const seconds = clock
    ? Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3])
    : /^\d+(?:\.\d+)?$/.test(text)
      ? Number(text)
      : Number.NaN
  return seconds <= 604_800 ? Math.round(seconds) : null
}

/** A list (of at most 100), a lone member coded as a list, or either of them as JSON in a string. */
export function readList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, mostMembers)
  if (isObject(value)) return [value]
  const inner = jsonIn(value)
  return Array.isArray(inner) ? inner.slice(0, mostMembers) : isObject(inner) ? [inner] : []
}

export function readObjects(value: unknown): JsonObject[] {
  return readList(value).filter(isObject)
}

/** An object, also as JSON in a string. */
export function readObject(value: unknown): JsonObject | null {
  if (isObject(value)) return value
  const inner = jsonIn(value)
  return isObject(inner) ? inner : null
}

/** One text or a list of texts; other members are left out. */
export function readTexts(value: unknown): string[] {
  const members = typeof value === 'string' && jsonIn(value) === null ? [value] : readList(value)
  return members.map(readText).filter((text) => text !== null)
}

/** The parts that were told: absent means "not told". */
export function present<T extends object>(parts: { [K in keyof T]: T[K] | null | undefined }): T {
  const told: Partial<T> = {}
  for (const key in parts) {
    const part = parts[key]
    if (part !== null && part !== undefined) told[key] = part
  }
  return told as T
}

function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return null
  const parsed = parseJson(value)
  return typeof parsed === 'string' ? null : parsed.value
}
