import type { Instant } from '../../../shared/call.ts'
import { toInstant } from '../../../shared/time.ts'
import { readText } from './fields.ts'

/**
 * Epoch seconds or milliseconds, `YYYY-MM-DD HH:MM:SS`, or ISO 8601; without a zone it is UTC. What lies
 * outside 2000 to 2100 (a zero, a counter, a typing error) is no time.
 */
export function readInstant(value: unknown): Instant | null {
  const text = readText(value)?.trim() ?? ''
  const epochMs = /^\d{9,14}(?:\.\d+)?$/.test(text) ? fromEpoch(Number(text)) : fromCalendar(text)
  return epochMs >= earliestMs && epochMs < latestMs ? toInstant(epochMs) : null
}

const earliestMs = Date.UTC(2000, 0)
const latestMs = Date.UTC(2100, 0)

function fromEpoch(epoch: number): number {
  return epoch < 1e11 ? Math.round(epoch * 1_000) : Math.round(epoch)
}

const calendar =
  /^(\d{4})-(\d\d)-(\d\d)[T +](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(?:Z|([+-])(\d\d):?(\d\d))?$/i

function fromCalendar(text: string): number {
  const parts = calendar.exec(text)
  if (parts === null) return Number.NaN
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0))
  const ms = Math.trunc(Number(`0.${parts[7] ?? 0}`) * 1_000)
  const utcMs = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, ms)
  const isReal =
    (month ?? 0) >= 1 && (month ?? 0) <= 12 && new Date(utcMs).getUTCDate() === day && (hour ?? 24) < 24
  if (!isReal || (minute ?? 60) > 59 || (second ?? 61) > 60) return Number.NaN
  const offsetMs = (Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0)) * 60_000
  return parts[8] === '-' ? utcMs + offsetMs : utcMs - offsetMs
}
