import { toEpochMs } from '../../../shared/time.ts'
import type { Changed } from '../../calls/book/call-book.ts'
import type { ClockSample } from './clock-check.ts'

/** What the first news of a call says about our clock; null where it says nothing: no time, or told afterwards. */
export function sampleOf({ before, after, record }: Changed): ClockSample | null {
  const [first] = record.facts
  if (before !== null || first === undefined || first.untimed || after.source === 'pretend') return null
  if (first.kind !== 'initiated' && first.kind !== 'ringing') return null
  return { callId: after.id, behindMs: toEpochMs(first.at) - toEpochMs(first.receivedAt) }
}
