import type { EventKind, Phase } from '../../shared/call.ts'
import type { Told } from '../calls/fact.ts'
import { readDirection, readOutcome } from './codes.ts'
import { isOtherChannel, type JsonObject } from './delivery.ts'
import { tellLegs, type V2Legs } from './legs/v2.ts'
import type { LiveLog } from './live-log.ts'
import type { Context, Refusal } from './reading.ts'
import { fillFrom } from './tell-live.ts'
import { numberTexts, readCustomer } from './values/customer.ts'
import {
  field,
  own,
  present,
  readCode,
  readId,
  readObject,
  readSeconds,
  readText,
  readTexts,
  readUid,
} from './values/fields.ts'
import { readInstant } from './values/instant.ts'
import { readLine } from './values/line.ts'

export function looksV2(object: JsonObject): boolean {
  return ['event_id', 'event_type', 'session_id'].some((name) => Object.hasOwn(object, name))
}

/** An event of webhook v2, the query parameters beneath it. */
export function readV2(envelope: JsonObject, context: Context, query?: LiveLog): Told | Refusal {
  if (isOtherChannel(envelope)) return { reason: 'not-a-call' }
  const meaning = readType(field(envelope, 'event_type'))
  if (meaning === null) return { reason: 'unknown-event' }
  const payload = readObject(field(envelope, 'payload')) ?? {}
  const event = tellEnvelope(envelope, meaning.kind, context.country)
  const dispositions = readTexts(field(payload, 'dispositions', 'disposition', 'name', '_dsp'))
  if (meaning.kind === 'disposition' && dispositions.length === 0) return { reason: 'unknown-disposition' }
  const told = fillFrom(query, event, context.country)
  if (meaning.kind === 'disposition') return isCall(told) ? { ...told, dispositions } : { reason: 'no-call' }
  const live = { ...told, phase: meaning.phase, ...tellPayload(payload, meaning, told, context.country) }
  return isCall(live) ? live : { reason: 'no-call' }
}

interface TypeMeaning {
  kind: EventKind
  phase: Phase
}

function readType(type: unknown): TypeMeaning | null {
  switch (readCode(type)) {
    case 'call.initiated':
    case 'call.ivr_started':
      return { kind: 'initiated', phase: 'initiated' }
    case 'call.dial_begin':
      return { kind: 'ringing', phase: 'ringing' }
    case 'call.answered':
      return { kind: 'answered', phase: 'answered' }
    case 'call.end':
      return { kind: 'ended', phase: 'ended' }
    case 'call.summary':
      return { kind: 'log', phase: 'ended' }
    case 'call.disposition':
    case 'disposition':
      return { kind: 'disposition', phase: 'ended' }
    default:
      return null
  }
}

function tellEnvelope(envelope: JsonObject, kind: EventKind, country: string): Told {
  // The sequence counts live events only: it starts again at the summary.
  const isSequenced = kind !== 'log' && kind !== 'disposition'
  return present<Told>({
    kind,
    eventType: readCode(field(envelope, 'event_type')),
    eventSequence: isSequenced ? readSequence(field(envelope, 'event_sequence')) : null,
    at: readInstant(field(envelope, 'timestamp')),
    eventId: readId(field(envelope, 'event_id')),
    uid: readUid(field(envelope, 'session_id')),
    companyId: readId(field(envelope, 'company_id')),
    direction: readDirection(field(envelope, 'direction')),
    customer: readCustomer(numberTexts(own(envelope, 'customer_identifier')), country),
    line: readLine(field(envelope, 'system_identifier'), country),
  })
}

function tellPayload(payload: JsonObject, type: TypeMeaning, told: Told, country: string): Partial<Told> {
  const legs = tellLegs(field(payload, 'legs'), country, type.kind === 'answered')
  const direction = told.direction ?? directionOf(field(payload, 'category'))
  const isOver = type.phase === 'ended'
  return present<Partial<Told>>({
    exact: type.kind === 'log' || null,
    direction,
    customer: told.customer?.raw
      ? told.customer
      : (readCustomer(legs.customerNumbers, country) ?? told.customer),
    ...(isOver ? tellEnd(payload, legs, direction) : {}),
    agents: legs.agents.length > 0 ? legs.agents : null,
    answeredBy: legs.answeredBy,
    answeredAt: legs.answeredAt,
    referenceId: readId(field(payload, 'ref_id')) ?? told.referenceId,
    clientReferenceId: readId(field(payload, 'client_ref_id')) ?? told.clientReferenceId,
    recordingFile: readText(field(payload, 'recording_filename')),
  })
}

function tellEnd(payload: JsonObject, legs: V2Legs, direction: Told['direction'] | null): Partial<Told> {
  return present<Partial<Told>>({
    outcome:
      readOutcome(field(payload, 'status'), direction ?? null) ?? (legs.hasAnswer ? 'connected' : null),
    totalSeconds: readSeconds(field(payload, 'duration')),
    talkSeconds: legs.talkSeconds,
  })
}

/** Only the categories whose direction is beyond doubt. */
function directionOf(category: unknown): Told['direction'] | null {
  const code = readCode(category)
  return code === 'incoming' ? 'incoming' : code === 'obd' || code === 'otp' ? 'outgoing' : null
}

function isCall(told: Told): boolean {
  return told.uid !== undefined || told.customer !== undefined
}

function readSequence(value: unknown): number | null {
  const sequence = Number(readCode(value) ?? Number.NaN)
  return Number.isSafeInteger(sequence) ? sequence : null
}
