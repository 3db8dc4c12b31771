import type { Told } from '../calls/fact.ts'
import type { JsonObject } from './delivery.ts'
import { type LiveLog, layOver } from './live-log.ts'
import type { Context, Refusal } from './reading.ts'
import { tellLive } from './tell-live.ts'
import { agentTexts } from './values/agents.ts'
import { numberTexts } from './values/customer.ts'
import { field, own, present, readCode } from './values/fields.ts'

const inCallNames = ['call_state', 'clid', 'clid_raw', 'rdnis', 'uid', 'users', 'public_ivr_id', 'call_time']

export function looksInCall(object: JsonObject): boolean {
  return inCallNames.some((name) => Object.hasOwn(object, name))
}

/** The in-call log (v1), the query parameters of its POST beneath it. */
export function readInCall(object: JsonObject, context: Context, query?: LiveLog): Told | Refusal {
  const body = inCallLog(object)
  return tellLive(query === undefined ? body : layOver(body, query), context.country)
}

function inCallLog(object: JsonObject): LiveLog {
  return present<LiveLog>({
    at: field(object, 'created', 'call_time', 'created_time'),
    callState: field(object, 'call_state'),
    event: field(object, 'event'),
    status: field(object, 'status'),
    uid: field(object, 'uid'),
    companyId: field(object, 'company_id'),
    line: readCode(field(object, 'rdnis')) === 'unknown' ? null : field(object, 'rdnis'),
    department: field(object, 'department_name'),
    ivrId: field(object, 'public_ivr_id'),
    referenceId: field(object, 'reference_id'),
    clientReferenceId: field(object, 'client_ref_id'),
    customer: numberTexts(own(object, 'clid_raw'), own(object, 'clid')),
    users: agentTexts(field(object, 'users')),
    custom: [],
  })
}
