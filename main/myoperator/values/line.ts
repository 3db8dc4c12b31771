import { readNumber } from '../../../shared/phone-number.ts'
import { readId, readText } from './fields.ts'

/** The service number: E.164 where it parses, never the word `unknown`. */
export function readLine(value: unknown, country: string): string | null {
  const text = readId(value)
  if (text === null || text.toLowerCase() === 'unknown') return null
  return readNumber(readText(value) ?? text, country)?.number ?? text
}
