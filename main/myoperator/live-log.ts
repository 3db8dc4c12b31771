import { present } from './values/fields.ts'

/**
 * The fields of a v1 log about a live call, as they came: what the in-call body and the query parameters have
 * in common, so that one can be laid over the other before either is understood.
 */
export interface LiveLog {
  at?: unknown
  callState?: unknown
  event?: unknown
  status?: unknown
  uid?: unknown
  companyId?: unknown
  line?: unknown
  department?: unknown
  ivrId?: unknown
  referenceId?: unknown
  clientReferenceId?: unknown
  customer: string[]
  users: string[]
  /** The panel's "user's phone number": the agent who picked up, not everyone rung. */
  usersPickedUp?: true
  custom: [name: string, value: string][]
}

/** The body wins where both speak; where it is silent the parameters fill in. */
export function layOver(body: LiveLog, query: LiveLog): LiveLog {
  const { usersPickedUp, ...queryTold } = query
  const isSilent = body.users.length === 0
  return {
    ...queryTold,
    ...present<LiveLog>(body),
    customer: body.customer.some((text) => text.trim() !== '') ? body.customer : preferred(query, body),
    users: isSilent ? query.users : body.users,
    ...(isSilent && usersPickedUp ? { usersPickedUp } : {}),
    custom: query.custom,
  }
}

function preferred(query: LiveLog, body: LiveLog): string[] {
  return query.customer.length > 0 ? query.customer : body.customer
}
