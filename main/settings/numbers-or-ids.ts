import { readNumber } from '../../shared/phone-number.ts'

/** As people write numbers, so that they are the same as the provider's. What is no number is an id. */
function numberOrId(text: string, country: string): string {
  return readNumber(text, country)?.number ?? text.trim()
}

/** Each once, in this order; blanks name nobody. */
export function numbersOrIds(texts: readonly string[], country: string): string[] {
  return [...new Set(texts.map((text) => numberOrId(text, country)))].filter((key) => key !== '')
}
