import type { RequestMeterReading } from '../../../shared/reach.ts'
import { dayMs, toInstant } from '../../../shared/time.ts'

/** Requests since the 1st, as providers count them: by months in UTC. */
export interface MonthCount {
  /** `2026-11` */
  month: string
  requests: number
}

export const amberShare = 0.8
/** The first day of a month may be a Sunday. */
const knownAfterMs = 2 * dayMs

export function monthOf(nowMs: number): string {
  return toInstant(nowMs).slice(0, 7)
}

export function addRequest(count: MonthCount, nowMs: number): MonthCount {
  return { month: monthOf(nowMs), requests: requestsIn(count, nowMs) + 1 }
}

export function readMeter(count: MonthCount, limit: number, nowMs: number): RequestMeterReading {
  const requests = requestsIn(count, nowMs)
  const fullAtMs = forecast(requests, limit, nowMs)
  const isFull = requests >= limit
  const so = `${inDigits(requests)} of ${inDigits(limit)} this month`
  return {
    level: isFull ? 'full' : requests >= limit * amberShare ? 'amber' : 'calm',
    sentence: isFull
      ? `${so}: used up until the 1st`
      : fullAtMs === null
        ? so
        : `${so}; full on the ${ordinal(new Date(fullAtMs).getUTCDate())} at this rate`,
    requests,
    limit,
  }
}

function requestsIn({ month, requests }: MonthCount, nowMs: number): number {
  return month === monthOf(nowMs) ? requests : 0
}

function forecast(requests: number, limit: number, nowMs: number): number | null {
  const now = new Date(nowMs)
  const beginMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth())
  const endMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)
  if (requests === 0 || requests >= limit || nowMs - beginMs < knownAfterMs) return null
  const fullAtMs = beginMs + (limit / requests) * (nowMs - beginMs)
  return fullAtMs < endMs ? fullAtMs : null
}

function inDigits(count: number): string {
  return count.toLocaleString('en')
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Record<Intl.LDMLPluralRule, string> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
}

function ordinal(day: number): string {
  return `${day}${endings[ordinals.select(day)]}`
}
