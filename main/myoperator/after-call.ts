import type { Told, ToldCustomer } from '../calls/fact.ts'
import { readDirection, readOutcome, readSource } from './codes.ts'
import type { JsonObject } from './delivery.ts'
import { type AfterCallLegs, tellLegs } from './legs/after-call.ts'
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
  readObjects,
  readSeconds,
  readText,
  readTexts,
  readUid,
} from './values/fields.ts'
import { readInstant } from './values/instant.ts'
import { readLine } from './values/line.ts'

const afterCallNames = ['_ai', '_pm', '_ld', '_cr', '_cl', '_st', '_ci', '_su']
const longNames = ['additional_parameters', 'log_details', 'caller_number_raw', 'fileurl', 'start_time']

export function looksAfterCall(object: JsonObject): boolean {
  return [...afterCallNames, ...longNames].some((name) => Object.hasOwn(object, name))
}

/** The log that follows a call (v1), under its short names or the long ones of the log search. */
export function readAfterCall(object: JsonObject, context: Context, query?: LiveLog): Told | Refusal {
  const { country } = context
  const legs = tellLegs(field(object, '_ld', 'log_details'), country)
  const told = fillFrom(query, tellLog(object, legs, country), country)
  const hasCall = told.uid !== undefined || told.logId !== undefined || told.customer !== undefined
  if (!hasCall) return { reason: 'no-call' }
  // After filling in: whether `missed` may stand depends on the direction.
  const outcome = readOutcome(field(object, '_su', 'status'), told.direction ?? null)
  return { ...told, ...present<Pick<Told, 'outcome'>>({ outcome: outcome ?? legs.outcome }) }
}

function tellLog(object: JsonObject, legs: AfterCallLegs, country: string): Told {
  const startedAt = readInstant(field(object, '_st', 'start_time')) ?? readInstant(field(object, '_ms'))
  const endedAt = readInstant(field(object, '_et', 'end_time'))
  const minutes = Number(readText(field(object, '_drm')) ?? Number.NaN)
  return present<Told>({
    kind: 'log',
    exact: true,
    phase: 'ended',
    at: endedAt ?? readInstant(field(object, '_ts')) ?? startedAt,
    startedAt,
    answeredAt: legs.answeredAt,
    endedAt,
    uid: findUid(object),
    logId: readId(field(object, '_ai')),
    companyId: readId(field(object, '_ci', 'company_id')),
    direction: readDirection(field(object, '_ev', 'event')),
    customer: readLogCustomer(object, country),
    line: readLine(legs.line, country),
    agents: legs.agents.length > 0 ? legs.agents : null,
    answeredBy: legs.answeredBy,
    totalSeconds: readSeconds(field(object, '_dr', 'duration')) ?? readSeconds(minutes * 60),
    talkSeconds: legs.talkSeconds,
    department: readText(field(object, '_dn', 'department_name')),
    ivrId: readId(field(object, '_ivid', 'public_ivr_id', 'ivr_id')),
    referenceId: readId(field(object, '_ri', 'reference_id')),
    clientReferenceId: readId(field(object, '_cri', 'client_ref_id')),
    recordingFile: readText(field(object, '_fn', 'filename')),
    // Slashes may be escaped twice; one escape is left after parsing.
    recordingUrl: readText(field(object, '_fu', 'fileurl'))?.replaceAll('\\/', '/'),
    dispositions: orNull(readTexts(field(object, '_dsp', 'dispositions'))),
    source: readSource(field(object, '_so', 'source')),
  })
}

function orNull<T>(members: T[]): T[] | null {
  return members.length > 0 ? members : null
}

/** `ky: "ui"` is the uid, and not always the first parameter. */
function findUid(object: JsonObject): string | null {
  const parameters = readObjects(field(object, '_pm', 'additional_parameters'))
  const ui = parameters.find((parameter) => readCode(field(parameter, 'ky')) === 'ui')
  return readUid(ui === undefined ? null : field(ui, 'vl')) ?? readUid(field(object, 'uid'))
}

function readLogCustomer(object: JsonObject, country: string): ToldCustomer | null {
  const national = readText(field(object, '_cr', 'caller_number_raw'))
  const callingCode = readId(field(object, '_cy', 'country_code'))?.replace(/^\+/, '') ?? ''
  const whole = readText(field(object, '_cl', 'caller_number'))
  const composed = whole === null && national !== null && /^\d{1,3}$/.test(callingCode)
  const texts = composed ? numberTexts(`+${callingCode}${national}`, national) : numberTexts(whole, national)
  const isWithheld = readCode(field(object, '_an', 'anonymous')) === '1'
  const customer = readCustomer(texts, country)
  if (customer === null && !isWithheld && !hasEmptyNumber(object)) return null
  return present<ToldCustomer>({
    ...customer,
    raw: composed ? national : customer?.raw,
    withheld: isWithheld || customer === null || customer.withheld || null,
    name: readText(field(object, '_cm', 'contact_name')),
  })
}

function hasEmptyNumber(object: JsonObject): boolean {
  return ['_cr', '_cl', 'caller_number', 'caller_number_raw'].some((name) => own(object, name) === '')
}
