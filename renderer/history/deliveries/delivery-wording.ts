import type { ArrivedDelivery, Dialect, KeptDelivery, ReasonCode } from '../../../shared/kept-delivery.ts'
import type { Clock } from '../../wording/clock.ts'

const verdictWords: Record<KeptDelivery['verdict'], string> = {
  accepted: 'taken',
  duplicate: 'repeat',
  unrecognised: 'not understood',
  unreadable: 'not readable',
}

export function verdictWord(verdict: KeptDelivery['verdict']): string {
  return verdictWords[verdict]
}

/** It told Ringtray nothing: a word that may be looked for. */
export function isInVain(verdict: KeptDelivery['verdict']): boolean {
  return verdict === 'unrecognised' || verdict === 'unreadable'
}

const dialectWords: Record<Dialect, string> = {
  'in-call': 'in-call log',
  'after-call': 'after-call log',
  v2: 'webhook v2',
  query: 'query parameters',
}

/** `POST · in-call log`. */
export function formText({ method, dialect }: Pick<KeptDelivery, 'method' | 'dialect'>): string {
  return dialect === null ? method : `${method} · ${dialectWords[dialect]}`
}

const reasonSentences: Record<ReasonCode, string> = {
  'no-call': 'Nothing in it says which call it is about.',
  'not-a-call': 'It is about WhatsApp, not about a call; what it said is not kept.',
  'unknown-event': 'It is an event of a kind that Ringtray does not know yet.',
  'unknown-disposition': 'It is a disposition, but its name is not where Ringtray looks for it.',
  'unknown-shape': 'It is none of the logs that Ringtray knows.',
  'no-object': 'There are no fields in it, only text or nothing.',
  'too-deep': 'It is nested too deeply to be read.',
}

export function reasonSentence(reason: ReasonCode | null): string | null {
  return reason === null ? null : reasonSentences[reason]
}

/** Where a delivery begins another day than what stands above it: that day. */
export function dayAbove(
  deliveries: ArrivedDelivery[],
  at: number,
  { clock, nowMs, dayBefore }: { clock: Clock; nowMs: number; dayBefore: string | null },
): string | null {
  const day = (instant: string | null | undefined) => (instant == null ? null : clock.day(instant, nowMs))
  const own = day(deliveries[at]?.receivedAt)
  return own === day(at === 0 ? dayBefore : deliveries[at - 1]?.receivedAt) ? null : own
}

/** Evidence goes after some time, what it said of the call stays. Null while all of it is there. */
export function expiredSentence({ told, kept }: { told: number; kept: number }): string | null {
  const gone = told - kept
  if (gone <= 0) return null
  if (kept === 0)
    return 'None of it is kept any more: older evidence has expired. What it said of the call stays.'
  return gone === 1
    ? '1 of them is not kept any more: older evidence has expired.'
    : `${gone} of them are not kept any more: older evidence has expired.`
}
