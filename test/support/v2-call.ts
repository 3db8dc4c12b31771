import { randomUUID } from 'node:crypto'
import dialBegin from '../payloads/v2-dial-begin.json' with { type: 'json' }
import summary from '../payloads/v2-summary.json' with { type: 'json' }

/** One incoming call of now, in the events of webhook v2. */
export interface V2Call {
  uid: string
  rings: object
  ends: object
  summary: object
}

let calls = 0

/** Numbers in E.164. The summary tells of the two agents of its document, whoever was rung. */
export function v2Call({ customer, agents = [] }: { customer: string; agents?: string[] }): V2Call {
  const uid = `s4.${Math.floor(Date.now() / 1_000)}.${process.pid}${++calls}`
  const now = new Date().toISOString()
  const own = (event: object) => ({
    ...event,
    event_id: randomUUID(),
    timestamp: now,
    session_id: uid,
    customer_identifier: customer,
  })
  const live = (type: string, sequence: number, result: string) => ({
    ...own(dialBegin),
    event_type: type,
    event_sequence: sequence,
    payload: {
      ...dialBegin.payload,
      legs: [
        { leg_index: 1, type: 'customer', phone_number: customer, result: 'connected' },
        ...agents.map((phone_number, at) => ({ leg_index: at + 2, type: 'agent', phone_number, result })),
      ],
    },
  })
  return {
    uid,
    rings: live('call.dial_begin', 3, 'ringing'),
    ends: live('call.end', 4, 'not_answered'),
    summary: own({
      ...summary,
      payload: {
        ...summary.payload,
        legs: summary.payload.legs.map((leg) => ({ ...leg, answered_at: now })),
      },
    }),
  }
}
