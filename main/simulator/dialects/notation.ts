/** `YYYY-MM-DD HH:MM:SS` in UTC, which is what the provider means by a time without a zone. */
export function dateTime(epochSeconds: number): string {
  return isoTime(epochSeconds).slice(0, 19).replace('T', ' ')
}

export function isoTime(epochSeconds: number): string {
  return new Date(epochSeconds * 1_000).toISOString()
}

export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** `919000010001`; an id stays as it is. */
export function digits(number: string): string {
  return number.replace(/^\+/, '')
}

/** `9000010001`; a number from elsewhere keeps its country code, an id stays as it is. */
export function national(number: string): string {
  return digits(number.replace(/^\+91/, ''))
}

/** What the provider writes where a customer withholds the number. */
export const withheldText = 'anonymous'
