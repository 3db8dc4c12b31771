import type { AgentResult, Instant } from '../../../shared/call.ts'
import type { ToldAgent } from '../../calls/fact.ts'
import { readDialStatus } from '../codes.ts'
import type { JsonObject } from '../delivery.ts'
import { add, addLeg, readLegAgent } from '../values/agents.ts'
import { numberTexts } from '../values/customer.ts'
import { field, present, readCode, readObject, readObjects, readSeconds } from '../values/fields.ts'
import { readInstant } from '../values/instant.ts'

export interface V2Legs {
  agents: ToldAgent[]
  /** Of the last answered agent leg. */
  answeredBy: string | null
  /** Of the first one. */
  answeredAt: Instant | null
  talkSeconds: number | null
  hasAnswer: boolean
  customerNumbers: string[]
}

/** `isAnswer`: the event itself says that somebody answered, so a lone agent with no result is who did. */
export function tellLegs(value: unknown, country: string, isAnswer: boolean): V2Legs {
  const objects = inOrder(readObjects(value))
  const agentLegs = objects.filter((leg) => readCode(field(leg, 'type')) === 'agent')
  const agents: ToldAgent[] = []
  let answeredBy: string | null = null
  let answeredAt: Instant | null = null
  let talkSeconds: number | undefined
  let hasAnswer = false
  for (const object of agentLegs) {
    const leg = readLeg(object, country, isAnswer && agentLegs.length === 1)
    const added = leg.agent === null ? null : addLeg(agents, leg.agent)
    if (leg.result !== 'answered') continue
    hasAnswer = true
    answeredBy = added?.number ?? added?.id ?? answeredBy
    answeredAt ??= leg.answeredAt
    talkSeconds = add(talkSeconds, leg.talkSeconds ?? undefined)
  }
  const customers = objects.filter((leg) => readCode(field(leg, 'type')) === 'customer')
  return {
    agents,
    answeredBy,
    answeredAt,
    talkSeconds: talkSeconds ?? null,
    hasAnswer,
    customerNumbers: customers.flatMap((leg) => numberTexts(field(leg, 'phone_number'))),
  }
}

interface Leg {
  agent: ToldAgent | null
  result: AgentResult
  answeredAt: Instant | null
  talkSeconds: number | null
}

function readLeg(leg: JsonObject, country: string, isSoleAnswer: boolean): Leg {
  const answeredAt = readInstant(field(leg, 'answered_at'))
  const talked = readSeconds(field(leg, 'talk_duration'))
  const result =
    resultOf(leg, answeredAt !== null || (talked ?? 0) > 0) ?? (isSoleAnswer ? 'answered' : 'rung')
  const talkSeconds = result === 'answered' ? talked : null
  const person = readObject(field(leg, 'agent')) ?? {}
  const named = readLegAgent(
    {
      numbers: [field(leg, 'phone_number'), field(person, 'contact')],
      id: field(person, 'uuid'),
      name: field(person, 'name'),
      extension: field(person, 'extension'),
    },
    country,
  )
  const ringSeconds = readSeconds(field(leg, 'ring_duration'))
  const agent = named && { ...named, ...present<ToldAgent>({ result, ringSeconds, talkSeconds }) }
  return { agent, result, answeredAt: result === 'answered' ? answeredAt : null, talkSeconds }
}

/** `connected` without an answer means reached, not answered, whatever the dial status. */
function resultOf(leg: JsonObject, hasAnswered: boolean): AgentResult | null {
  const result = readCode(field(leg, 'result'))
  if (result === 'connected' && !hasAnswered) return 'rung'
  const dialStatus = readDialStatus(field(leg, 'dial_status'))
  if (dialStatus !== null) return dialStatus
  switch (result) {
    case 'connected':
    case 'answered':
      return 'answered'
    case 'not_answered':
      return 'missed'
    case null:
      return null
    default:
      return 'rung'
  }
}

function inOrder(legs: JsonObject[]): JsonObject[] {
  const indexed = legs.map((leg) => ({ leg, index: Number(readCode(field(leg, 'leg_index')) ?? Number.NaN) }))
  if (indexed.some(({ index }) => Number.isNaN(index))) return legs
  return indexed.sort((a, b) => a.index - b.index).map(({ leg }) => leg)
}
