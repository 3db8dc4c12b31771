import { minuteMs } from '../../../shared/time.ts'
import { createClockCheck } from '../../alerts/clock/clock-check.ts'
import { sampleOf } from '../../alerts/clock/clock-sample.ts'
import type { CallBook } from '../../calls/book/call-book.ts'
import type { CallRecord } from '../../calls/call-record.ts'
import { type Finding, ok, warn } from '../finding.ts'

/** `records`: newest first. Late deliveries say nothing of a clock; the last three calls agree, or nothing is said. */
export function examineClock(records: CallRecord[], { callOf }: Pick<CallBook, 'callOf'>): Finding {
  const check = createClockCheck()
  for (const record of records.toReversed()) {
    const sample = sampleOf({ callId: record.id, before: null, after: callOf(record), record })
    if (sample !== null) check.add(sample)
  }
  const behindMs = check.behindMs()
  if (behindMs === null) return ok('clock', 'Nothing says that this computer’s clock is wrong.')
  const minutes = Math.round(Math.abs(behindMs) / minuteMs)
  const which = behindMs > 0 ? 'behind' : 'ahead of'
  return warn(
    'clock',
    `At the last calls this computer’s clock was ${minutes} minutes ${which} MyOperator’s. Let the system set it by the network.`,
  )
}
