import type { BlindSpot, DeafCause } from '../../../shared/hearing.ts'
import type { Shift } from '../../../shared/settings.ts'
import { toInstant } from '../../../shared/time.ts'
import { shiftSpans } from './shift-spans.ts'

/** A time when we could not hear, and why. */
export interface Deafness {
  fromMs: number
  toMs: number
  because: DeafCause
}

/**
 * One after the other, oldest first. Where two overlap, the one that began first explains the time, and the other only
 * what is left of it. Independent of their order, and of saying one twice.
 */
export function mergeDeafness(items: readonly Deafness[]): Deafness[] {
  const sorted = items
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .sort((a, b) => a.fromMs - b.fromMs || a.because.localeCompare(b.because) || a.toMs - b.toMs)
  const merged: Deafness[] = []
  for (const item of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && item.toMs <= last.toMs) continue
    if (last !== undefined && item.because === last.because && item.fromMs <= last.toMs) {
      last.toMs = item.toMs
    } else merged.push({ ...item, fromMs: Math.max(item.fromMs, last?.toMs ?? item.fromMs) })
  }
  return merged
}

export interface BlindSpotQuery {
  fromMs: number
  toMs: number
  /** Null: every day from 8 to 20. */
  shift: Shift | null
}

/** What of these times lies between two instants, cut where the shift begins and ends; oldest first. */
export function blindSpotsBetween(
  items: readonly Deafness[],
  { fromMs, toMs, shift }: BlindSpotQuery,
): BlindSpot[] {
  const near = items.filter((item) => item.toMs > fromMs && item.fromMs < toMs)
  return mergeDeafness(near).flatMap((item) => {
    const from = Math.max(item.fromMs, fromMs)
    const to = Math.min(item.toMs, toMs)
    return cutByShift(from, to, shift).map((part) => ({
      from: toInstant(part.fromMs),
      to: toInstant(part.toMs),
      because: item.because,
      outsideShift: part.outsideShift,
    }))
  })
}

function cutByShift(fromMs: number, toMs: number, shift: Shift | null) {
  const parts: { fromMs: number; toMs: number; outsideShift: boolean }[] = []
  let atMs = fromMs
  for (const inside of shiftSpans(fromMs, toMs, shift ?? daytime)) {
    if (inside.fromMs > atMs) parts.push({ fromMs: atMs, toMs: inside.fromMs, outsideShift: true })
    parts.push({ ...inside, outsideShift: false })
    atMs = inside.toMs
  }
  if (atMs < toMs) parts.push({ fromMs: atMs, toMs, outsideShift: true })
  return parts
}

/** Where no shift is set: nobody is to be reproached for a night. */
const daytime: Shift = { days: [0, 1, 2, 3, 4, 5, 6], from: '08:00', to: '20:00' }
