import type { Instant } from '../shared/call.ts'

/** With the most digits and a zone; what is longer is nothing that we wrote. */
const longestInstant = 40

/** An object of which nothing is known yet. */
export type Raw = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isWhole(value: unknown, from: number, to: number): value is number {
  return Number.isInteger(value) && (value as number) >= from && (value as number) <= to
}

export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && value.length <= longestInstant && !Number.isNaN(Date.parse(value))
}
