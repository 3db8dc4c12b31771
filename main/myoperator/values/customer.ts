import { readNumber } from '../../../shared/phone-number.ts'
import type { ToldCustomer } from '../../calls/fact.ts'
import { present, readText } from './fields.ts'

/**
 * The texts that stood where the customer's number stands, in order of trust. An empty one counts: that is
 * how a withheld number looks.
 */
export function numberTexts(...values: unknown[]): string[] {
  return values
    .map((value) => (typeof value === 'string' ? value : readText(value)))
    .filter((text) => text !== null)
    .filter((text) => !/^(?:null|undefined)$/i.test(text.trim()))
}

const withheldWords =
  /^(?:anonymous|unknown|private|restricted|withheld|unavailable|not available|no caller id)$/i

/** Null where no text stood for a customer at all. */
export function readCustomer(texts: readonly string[], country: string): ToldCustomer | null {
  if (texts.length === 0) return null
  const told = byTrust(texts.filter((text) => text.trim() !== ''))
  for (const raw of told) {
    const read = readNumber(international(raw, told) ?? raw, country)
    if (read !== null) return { number: read.number, raw }
  }
  const raw = told[0] ?? null
  return present<ToldCustomer>({ raw, withheld: raw === null || withheldWords.test(raw.trim()) || null })
}

/** The text with the country code first: a foreign number without it can look like a valid one at home. */
function byTrust(texts: string[]): string[] {
  return texts.length < 2 ? texts : [...texts].sort((a, b) => weight(b) - weight(a))
}

function weight(text: string): number {
  return (/^[+ ]\d/.test(text) ? 100 : 0) + text.replace(/\D/g, '').length
}

/** `6591234567` beside `91234567`: what stands before the shorter one is a country code. */
function international(text: string, texts: readonly string[]): string | null {
  if (!/^[1-9]\d+$/.test(text)) return null
  const isLonger = texts.some((other) => /^[1-9]\d{5,}$/.test(other) && endsAfterCode(text, other))
  return isLonger ? `+${text}` : null
}

function endsAfterCode(text: string, national: string): boolean {
  const codeLength = text.length - national.length
  return codeLength >= 1 && codeLength <= 3 && text.endsWith(national)
}
