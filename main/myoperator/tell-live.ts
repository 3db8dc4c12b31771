import type { AgentResult, Outcome } from '../../shared/call.ts'
import type { Told, ToldAgent } from '../calls/fact.ts'
import { readDirection, readOutcome, readState, type StateMeaning } from './codes.ts'
import type { LiveLog } from './live-log.ts'
import type { Refusal } from './reading.ts'
import { namedAgents } from './values/agents.ts'
import { readCustomer } from './values/customer.ts'
import { present, readCode, readId, readText, readUid } from './values/fields.ts'
import { readInstant } from './values/instant.ts'
import { readLine } from './values/line.ts'

/** What a live v1 log says about its call, whichever way it came. */
export function tellLive(log: LiveLog, country: string): Told | Refusal {
  const identity = tellIdentity(log, country)
  if (identity.uid === undefined && identity.customer === undefined) return { reason: 'no-call' }
  const state = readLiveState(log, identity)
  const direction = identity.direction ?? state?.direction ?? null
  const told = {
    ...identity,
    ...present<Pick<Told, 'direction' | 'phase'>>({ direction, phase: state?.phase }),
  }
  const outcome = outcomeOf(log, state, direction)
  const agents = tellAgents(log, state, outcome, country)
  return {
    ...told,
    kind: state?.kind ?? 'unknown',
    ...present<Partial<Told>>({
      outcome,
      agents: agents.length > 0 ? agents : null,
      answeredBy: soleAnswered(agents),
    }),
  }
}

/** What speaks of which call it is, whoever tells it: also what query parameters add to other bodies. */
export function tellIdentity(log: LiveLog, country: string): Omit<Told, 'kind'> {
  return present<Omit<Told, 'kind'>>({
    at: readInstant(log.at),
    uid: readUid(log.uid),
    companyId: readId(log.companyId),
    direction: readDirection(log.event),
    customer: readCustomer(log.customer, country),
    line: readLine(log.line, country),
    department: readText(log.department),
    ivrId: readId(log.ivrId),
    referenceId: readId(log.referenceId),
    clientReferenceId: readId(log.clientReferenceId),
    custom: log.custom.length > 0 ? log.custom : null,
  })
}

/** What a body of another dialect says, its parameters filling in where it is silent about which call it is. */
export function fillFrom(query: LiveLog | undefined, told: Told, country: string): Told {
  if (query === undefined) return told
  const beneath = tellIdentity(query, country)
  const hasCustomer = told.customer?.raw !== undefined || beneath.customer === undefined
  return { ...beneath, ...told, ...(hasCustomer ? {} : present({ customer: beneath.customer })) }
}

/** Without a state, a status says that the call is over, and a customer alone that it rings. */
function readLiveState(log: LiveLog, identity: Omit<Told, 'kind'>): StateMeaning | null {
  if (isTold(log.callState)) return readState(log.callState)
  if (readOutcome(log.status, null) !== null) return { kind: 'ended', phase: 'ended' }
  return identity.customer === undefined ? null : { kind: 'ringing', phase: 'ringing' }
}

/** A state that is no code at all is an unknown one, not none. */
function isTold(state: unknown): boolean {
  const isText = typeof state === 'string' || typeof state === 'number'
  return isText ? readCode(state) !== null : state !== null && state !== undefined
}

/** The status is the overall result: it says nothing while the call lives. */
function outcomeOf(
  log: LiveLog,
  state: StateMeaning | null,
  direction: Told['direction'] | null,
): Outcome | null {
  if (state?.phase !== 'ended') return null
  return state.outcome ?? readOutcome(log.status, direction ?? null)
}

function tellAgents(
  log: LiveLog,
  state: StateMeaning | null,
  outcome: Outcome | null,
  country: string,
): ToldAgent[] {
  const hasPickedUp = state?.kind === 'answered' || (log.usersPickedUp === true && outcome === 'connected')
  const agents = namedAgents(log.users, country, 'rung')
  const result: AgentResult = hasPickedUp && agents.length === 1 ? 'answered' : 'rung'
  return agents.map((agent) => ({ ...agent, result }))
}

function soleAnswered(agents: readonly ToldAgent[]): string | null {
  const answered = agents.find((agent) => agent.result === 'answered')
  return answered?.number ?? answered?.id ?? null
}
