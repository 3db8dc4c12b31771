import type { Call } from '../../../shared/call.ts'
import type { TimelineEntry } from '../../../shared/ipc-contract.ts'
import type { Fact, ToldAgent } from '../fact.ts'
import { order } from '../fact-order.ts'
import { answererOf } from '../projection/agents.ts'
import { describeConfirmation, describeEnd } from './ending-words.ts'

/** An agent as this desk calls them: a name, "you", a grouped number, an id. */
export type DisplayAgent = (agent: {
  number?: string | null
  id?: string | null
  name?: string | null
}) => string

/** A call as a person tells it: one entry for each fact, in the order of the call. */
export function describeTimeline(
  facts: readonly Fact[],
  call: Call,
  displayAgent: DisplayAgent,
): TimelineEntry[] {
  const nameOf = (told: ToldAgent) => displayAgent(knownAgent(call, told) ?? told)
  const ordered = order(facts)
  let before: Before = { kinds: new Set(), rung: '' }
  return ordered.map((fact) => {
    const names = (fact.agents ?? []).map(nameOf).join(', ')
    const text = fact.exact ? describeConfirmation(fact, call) : step(fact, { call, before, names, nameOf })
    before = { kinds: before.kinds.add(fact.kind), rung: fact.kind === 'ringing' ? names : before.rung }
    return { at: fact.at, kind: fact.kind, text }
  })
}

interface Before {
  kinds: Set<Fact['kind']>
  /** The names of who was rung last. */
  rung: string
}

interface Scene {
  call: Call
  before: Before
  /** Of the agents whom this fact names. */
  names: string
  nameOf: (told: ToldAgent) => string
}

function step(fact: Fact, scene: Scene): string {
  switch (fact.kind) {
    case 'initiated':
      return beginning(fact, scene)
    case 'ringing':
      return ring(scene)
    case 'answered':
      return answer(fact, scene)
    case 'ended':
    case 'log':
      return describeEnd(fact, scene.call, scene.before.kinds)
    case 'disposition':
      return `disposition: ${(fact.dispositions ?? []).join(', ') || 'not told'}`
    case 'closed':
      return 'closed: no news for three hours'
    case 'unknown':
      return 'MyOperator sent a state we do not know'
  }
}

function beginning(fact: Fact, { call, before }: Scene): string {
  if (fact.eventType === 'call.ivr_started') return 'reached the menu'
  if (before.kinds.has('initiated')) return 'waiting'
  return call.department === null ? 'call began' : `call began, ${call.department}`
}

function ring({ before, names }: Scene): string {
  if (names === '') return 'ringing'
  if (before.rung === '') return `rang ${names}`
  return names === before.rung ? `rang ${names} again` : `moved on to ${names}`
}

function answer(fact: Fact, { names, nameOf }: Scene): string {
  const answerer = answererOf(fact, fact.agents ?? [])
  if (answerer !== null) return `answered by ${nameOf(answerer)}`
  return names === '' ? 'answered' : `answered, not known yet by whom: ${names}`
}

function knownAgent(call: Call, told: ToldAgent): Call['agents'][number] | undefined {
  return call.agents.find(
    ({ number, id }) =>
      (number !== null && (number === told.number || number === told.id)) || (id !== null && id === told.id),
  )
}
