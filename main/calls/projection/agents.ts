import type { Agent } from '../../../shared/call.ts'
import type { Fact, ToldAgent } from '../fact.ts'
import { deniesAnswer } from './outcome.ts'
import { gatherPeople, type People } from './people.ts'

/** Who was rung or connected, what is known of each, and who talked last. */
export function describeAgents(
  ordered: readonly Fact[],
  ranked: readonly Fact[],
): { agents: Agent[]; answeredBy: string | null } {
  const people = gatherPeople(ordered)
  let answeredBy: ToldAgent | null = null
  for (const fact of ranked) {
    const named = agentsOf(fact, people)
    const answerer = answererOf(fact, [...named.values()])
    if (answerer !== null || deniesAnswer(fact)) answeredBy = answerer
    for (const [agent, told] of named) learn(agent, told, fact, answerer)
  }
  return { agents: people.agents, answeredBy: answeredBy && nameOf(answeredBy, people) }
}

/** The agents whom one fact names, the legs of each added up. */
function agentsOf(fact: Fact, people: People): Map<Agent, ToldAgent> {
  const named = new Map<Agent, ToldAgent>()
  for (const told of fact.agents ?? []) {
    const agent = people.find(told)
    if (agent === undefined) continue
    const before = named.get(agent)
    named.set(agent, before === undefined ? told : addLegs(before, told))
  }
  return named
}

function addLegs(a: ToldAgent, b: ToldAgent): ToldAgent {
  const sum = { ...a, ...b }
  if (a.result === 'answered') sum.result = 'answered'
  if (a.ringSeconds !== undefined) sum.ringSeconds = a.ringSeconds + (b.ringSeconds ?? 0)
  if (a.talkSeconds !== undefined) sum.talkSeconds = a.talkSeconds + (b.talkSeconds ?? 0)
  return sum
}

/** While several agents are named, the answer is nobody's yet. */
export function answererOf(fact: Fact, told: readonly ToldAgent[]): ToldAgent | null {
  if (fact.answeredBy !== undefined) return { id: fact.answeredBy }
  if (fact.kind !== 'answered') return null
  const answered = told.filter((agent) => agent.result === 'answered')
  const candidates = answered.length > 0 ? answered : told.filter((agent) => agent.result === undefined)
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

function learn(agent: Agent, told: ToldAgent, fact: Fact, answerer: ToldAgent | null): void {
  agent.number = told.number ?? agent.number
  agent.id = told.id ?? agent.id
  agent.name = told.name ?? agent.name
  agent.extension = told.extension ?? agent.extension
  agent.ringSeconds = told.ringSeconds ?? agent.ringSeconds
  agent.talkSeconds = told.talkSeconds ?? agent.talkSeconds
  const result = told.result ?? (told === answerer ? 'answered' : 'rung')
  // Being rung again takes nothing back.
  if (result !== 'rung' || (fact.exact && told.result)) agent.result = result
}

function nameOf(answerer: ToldAgent, people: People): string | null {
  const agent = people.find(answerer)
  return agent?.number ?? agent?.id ?? answerer.id ?? null
}
