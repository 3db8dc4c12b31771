import type { AgentResult, Instant, Outcome } from '../../../shared/call.ts'
import { secondMs, toEpochMs } from '../../../shared/time.ts'
import type { ToldAgent } from '../../calls/fact.ts'
import { isObject } from '../../values.ts'
import { readAction, readDialStatus } from '../codes.ts'
import type { JsonObject } from '../delivery.ts'
import { add, addLeg, readLegAgent } from '../values/agents.ts'
import { field, present, readList, readObjects, readSeconds } from '../values/fields.ts'
import { readInstant } from '../values/instant.ts'

export interface AfterCallLegs {
  agents: ToldAgent[]
  /** Of the last received leg; null where that leg names several. */
  answeredBy: string | null
  answeredAt: Instant | null
  talkSeconds: number | null
  outcome: Outcome | null
  line: unknown
}

/** `_ld`: one leg per try to reach agents. The agent who spoke is in the last one with `_ac: "received"`. */
export function tellLegs(value: unknown, country: string): AfterCallLegs {
  const agents: ToldAgent[] = []
  let answeredBy: string | null = null
  let answeredAt: Instant | null = null
  let talkSeconds: number | undefined
  let isReceived = false
  let line: unknown = null
  for (const object of readObjects(value)) {
    const leg = readLeg(object, country)
    const added = leg.agents.map((agent) => addLeg(agents, agent))
    for (const agent of leg.transferredTo) addLeg(agents, agent)
    line ??= field(object, '_did')
    if (!leg.isReceived) continue
    isReceived = true
    talkSeconds = add(talkSeconds, leg.talkSeconds)
    answeredAt ??= leg.answeredAt
    const sole = added.length === 1 ? added[0] : undefined
    if (added.length > 0) answeredBy = sole?.number ?? sole?.id ?? null
  }
  return {
    agents: agents.map((agent) => ({ ...agent, result: agent.result ?? 'rung' })),
    answeredBy,
    answeredAt,
    talkSeconds: talkSeconds ?? null,
    outcome: isReceived ? 'connected' : null,
    line,
  }
}

interface Leg {
  agents: ToldAgent[]
  transferredTo: ToldAgent[]
  isReceived: boolean
  answeredAt: Instant | null
  talkSeconds: number | undefined
}

function readLeg(leg: JsonObject, country: string): Leg {
  const action = readAction(field(leg, '_ac', 'action'))
  const result = readDialStatus(field(leg, '_ds')) ?? action
  // Who answered and handed on has talked too; `_ac` then says `transferred` and only `_ds` that they answered.
  const isHandedOn = (action === null || action === 'transferred') && result === 'answered'
  const isReceived = action === 'answered' || isHandedOn
  const startedAt = readInstant(field(leg, '_st', 'start_time'))
  const endedAt = readInstant(field(leg, '_et', 'end_time'))
  const seconds = readSeconds(field(leg, '_dr', 'duration')) ?? secondsBetween(startedAt, endedAt)
  const talkSeconds = isReceived ? (seconds ?? undefined) : undefined
  const rungUntil = isReceived || result === 'answered' ? startedAt : endedAt
  const ringSeconds = secondsBetween(readInstant(field(leg, '_rst', 'ring_start_time')), rungUntil)
  const named = readPeople(field(leg, '_rr', 'received_by'), country)
  const told = present<ToldAgent>({ result: resultFor(result, named), ringSeconds, talkSeconds })
  return {
    agents: named.map((agent) => ({ ...agent, ...told })),
    transferredTo: readPeople(field(leg, '_tt', 'transferred_to'), country),
    isReceived,
    answeredAt: isReceived ? startedAt : null,
    talkSeconds,
  }
}

/** Where a received leg names several, nobody can say which of them spoke. */
function resultFor(result: AgentResult | null, named: readonly ToldAgent[]): AgentResult | null {
  return result === 'answered' && named.length > 1 ? 'rung' : result
}

function readPeople(value: unknown, country: string): ToldAgent[] {
  return readList(value)
    .map((person) =>
      readLegAgent(
        isObject(person)
          ? {
              numbers: [field(person, '_nr', 'contact_number'), field(person, '_ct', 'contact_number_raw')],
              id: field(person, '_id', 'id', 'uuid'),
              name: field(person, '_na', 'name'),
              extension: field(person, '_ex', 'extension'),
            }
          : { numbers: [person], id: null, name: null, extension: null },
        country,
      ),
    )
    .filter((agent) => agent !== null)
}

/** Null where the two cannot belong together: a time of another zone, a leg that ends before it rings. */
function secondsBetween(from: Instant | null, to: Instant | null): number | null {
  if (from === null || to === null) return null
  const seconds = Math.round((toEpochMs(to) - toEpochMs(from)) / secondMs)
  return seconds >= 0 && seconds <= 3_600 * 4 ? seconds : null
}
