import type { TunnelKind } from '../../../../shared/tunnel.ts'
import { type FieldName, wayFields } from './fields.ts'

/** Which field a refusal from outside this window speaks of; null: none, or not only one. */
export function placeOfRefusal(kind: TunnelKind, sentence: string): FieldName | 'secret' | null {
  const { secret, fields, more } = wayFields[kind]
  const named = [...fields, ...more].filter(({ name, label }) => mentions(sentence, name, label))
  const [only] = named
  if (only !== undefined) return named.length === 1 ? only.name : null
  if (/\baddress\b/i.test(sentence) && fields.some(({ name }) => name === 'url')) return 'url'
  return secret !== null && /token/i.test(sentence) ? 'secret' : null
}

function mentions(sentence: string, name: FieldName, label: string): boolean {
  // `port` and `url` are names of settings only where a whole word is; `remotePort` is not `port`.
  return new RegExp(`(^|[\\s.“"])(${name}|${label})([\\s”"]|$)`).test(sentence)
}
