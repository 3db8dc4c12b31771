import type { Check } from '../../../shared/set-up.ts'
import type { CallBook } from '../../calls/book/call-book.ts'
import type { CallRecord } from '../../calls/call-record.ts'
import { checks } from '../../set-up/checks.ts'
import { whatArrived } from '../../set-up/what-arrived.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'
import type { Evidence } from '../folder/journal.ts'

/** The ticks of set-up. How many were refused only the running app knows. */
export async function examineHowCallsCame(
  callBook: Pick<CallBook, 'index' | 'record'>,
  { notUnderstood, heardAt }: Evidence,
): Promise<Finding[]> {
  const arrived = await whatArrived({ callBook, notUnderstood, heardAt, refusedAt: null })
  return checks(arrived).map(toFinding)
}

function toFinding({ code, state, sentence }: Check): Finding {
  if (state === 'done') return ok('calls', sentence)
  return state === 'wrong' && code === 'secret-right' ? fail('calls', sentence) : warn('calls', sentence)
}

/** Without a uid which call something is about is a guess by number and time. */
export function examineUids(records: CallRecord[]): Finding[] {
  const without = records.filter(({ facts }) => facts.every(({ uid }) => uid === undefined)).length
  if (records.length === 0) return []
  if (without === 0) return [ok('uid', `All of the last ${records.length} calls came with their uid.`)]
  return [
    warn(
      'uid',
      `${without} of the last ${records.length} calls came without a uid, so two calls of one customer can be taken for one. Where parameters are sent (GET), add UID to the Query string parameters in MyOperator’s panel; better, send by POST.`,
    ),
  ]
}
