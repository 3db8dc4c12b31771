import { isObject } from '../../values.ts'
import type { JsonObject } from '../delivery.ts'
import { measure, parseJson } from './json.ts'
import { multipartField } from './multipart.ts'
import { decodeForm } from './percent.ts'

type Found = JsonObject | 'too-deep' | null

/**
 * The one object in a body, by what its text is: JSON, JSON in a string, percent-encoded any number of times,
 * a form or multipart field; wrappers named `myoperator` taken off.
 */
export function findObject(text: string): Found {
  return search(text, { left: 10 })
}

/** Wrappers can be nested without end; every look costs one of the attempts. */
type Attempts = { left: number }

function search(text: string, attempts: Attempts): Found {
  attempts.left -= 1
  if (attempts.left < 0) return null
  // Also takes off a byte order mark: ECMAScript counts U+FEFF as white space.
  const trimmed = text.trim()
  switch (trimmed[0]) {
    case undefined:
      return null
    case '{':
      return fromObjectText(trimmed, attempts)
    case '[':
      return measure(trimmed) === 'too-deep' ? 'too-deep' : null
    case '"':
      return fromString(trimmed, attempts)
    case '%':
      return decodeAndSearch(trimmed, attempts)
    case '-':
      return fromMultipart(trimmed, attempts)
    default:
      return fromForm(trimmed, attempts)
  }
}

function fromObjectText(text: string, attempts: Attempts): Found {
  const parsed = parseJson(text)
  if (parsed === 'too-deep') return parsed
  if (parsed !== 'no-json') return isObject(parsed.value) ? unwrap(parsed.value, attempts) : null
  // Slashes added on the way: `{\"uid\":\"…\"}` is a JSON string without its quotes.
  return text.startsWith('{\\"') ? fromString(`"${text}"`, attempts) : null
}

function fromString(text: string, attempts: Attempts): Found {
  const parsed = parseJson(text)
  if (parsed === 'too-deep') return parsed
  return parsed !== 'no-json' && typeof parsed.value === 'string' ? search(parsed.value, attempts) : null
}

function unwrap(object: JsonObject, attempts: Attempts): Found {
  const wrapped = wrappedIn(object)
  if (isObject(wrapped)) return unwrap(wrapped, attempts)
  if (typeof wrapped !== 'string') return object
  return search(wrapped, attempts) ?? object
}

function wrappedIn(object: JsonObject): unknown {
  if (Object.hasOwn(object, 'myoperator')) return object.myoperator
  // `data` is too common a word to take off anything but a wrapper that holds nothing else.
  return Object.hasOwn(object, 'data') && Object.keys(object).length === 1 ? object.data : undefined
}

function decodeAndSearch(text: string, attempts: Attempts): Found {
  const decoded = decodeForm(text)
  return decoded === text ? null : search(decoded, attempts)
}

const fieldNames = ['myoperator', 'data'] as const

function fromMultipart(text: string, attempts: Attempts): Found {
  const value = multipartField(text, fieldNames)
  return value === null ? null : search(value, attempts)
}

function fromForm(text: string, attempts: Attempts): Found {
  const field = /(?:^|[&?;\s])myoperator=/i.exec(text) ?? /(?:^|[&?;\s])data=/i.exec(text)
  if (field === null) return /^myoperator%3d/i.test(text) ? decodeAndSearch(text, attempts) : null
  const rest = text.slice(field.index + field[0].length)
  // curl's -d does not encode: then the bytes are the JSON itself, `& + % ;` included.
  const asItCame = fromUnencoded(rest, attempts)
  if (asItCame !== null) return asItCame
  const end = rest.indexOf('&')
  const value = end === -1 ? rest : rest.slice(0, end)
  return decodeField(value, attempts) ?? (end === -1 ? null : decodeField(rest, attempts))
}

function fromUnencoded(rest: string, attempts: Attempts): Found {
  const text = rest.trimStart()
  if (text[0] === '"') return fromString(text.trimEnd(), attempts)
  if (text[0] !== '{') return null
  const end = measure(text)
  if (end === 'too-deep') return end
  if (end === -1) return search(text, attempts)
  // Other fields may follow the one we want.
  return /^\s*(?:&|$)/.test(text.slice(end)) ? search(text.slice(0, end), attempts) : null
}

function decodeField(value: string, attempts: Attempts): Found {
  const decoded = decodeForm(value)
  return /^\s*[{["%]/.test(decoded) ? search(decoded, attempts) : null
}
