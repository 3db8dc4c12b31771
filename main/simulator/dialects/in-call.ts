import { type Moment, momentsOf } from '../stories/moments.ts'
import { companyId, ivrId } from '../stories/scripts/cast.ts'
import type { Telling } from '../telling.ts'
import { timedId } from '../telling.ts'
import { callState, eventCode, statusCode } from './call-state.ts'
import { dateTime, digits, national, withheldText } from './notation.ts'

/** The in-call logs of a v1 webhook, each with its time after the start. */
export function inCallLogs(telling: Telling): { afterMs: number; log: object }[] {
  return momentsOf(telling.story).flatMap((moment) => {
    const state = callState(moment.kind, telling.story.origin)
    return state === null
      ? []
      : [{ afterMs: moment.afterSeconds * 1_000, log: inCallLog(telling, moment, state) }]
  })
}

function inCallLog(telling: Telling, moment: Moment, state: string): object {
  const { story } = telling
  const at = telling.startedAt + moment.afterSeconds
  return {
    id: timedId(at, telling.random),
    uid: telling.uid,
    reference_id: telling.referenceId,
    company_id: companyId,
    clid_raw: story.customer === null ? withheldText : digits(story.customer),
    clid: story.customer === null ? withheldText : national(story.customer),
    rdnis: national(story.line),
    call_state: state,
    event: String(eventCode[story.direction]),
    status: moment.kind === 'ended' ? String(statusCode[story.result]) : null,
    users: moment.agents.map((agent) => digits(agent.number)),
    created: dateTime(at),
    call_time: dateTime(at),
    public_ivr_id: story.menuAfter === null ? null : ivrId,
    client_ref_id: telling.clientReferenceId,
    job_id: telling.jobId,
    // The department is chosen in the menu, so the first log cannot know it.
    ...(story.department && moment.kind !== 'started' ? { department_name: story.department.name } : {}),
  }
}
