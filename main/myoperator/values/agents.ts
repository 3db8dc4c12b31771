import type { AgentResult } from '../../../shared/call.ts'
import { readNumber } from '../../../shared/phone-number.ts'
import type { ToldAgent } from '../../calls/fact.ts'
import { isObject } from '../../values.ts'
import { parseJson } from '../bytes/json.ts'
import { mostMembers, present, readId, readText } from './fields.ts'

/** At most 100: an array of numbers or ids, a string that holds such an array, or texts with commas between them. */
export function agentTexts(value: unknown): string[] {
  if (Array.isArray(value))
    return value
      .slice(0, mostMembers)
      .map(readText)
      .filter((text) => text !== null)
  // PHP writes a list with gaps as an object.
  if (isObject(value)) return agentTexts(Object.values(value))
  const text = readText(value)
  if (text === null) return []
  if (/^\s*[[{]/.test(text)) {
    const parsed = parseJson(text)
    return typeof parsed === 'string' ? [] : agentTexts(parsed.value)
  }
  return text
    .split(/[,;]/)
    .filter((part) => part.trim() !== '')
    .slice(0, mostMembers)
}

/** One agent per number or id, all with this result. */
export function namedAgents(texts: readonly string[], country: string, result: AgentResult): ToldAgent[] {
  const agents: ToldAgent[] = []
  for (const text of texts) {
    const named = readAgentName(text, country)
    if (named !== null && !agents.some((agent) => isSameAgent(agent, named)))
      agents.push({ ...named, result })
  }
  return agents
}

/** What does not parse to a valid number is an id. */
function readAgentName(text: string, country: string): ToldAgent | null {
  const number = readNumber(text, country)?.number ?? null
  if (number !== null) return { number }
  const id = readId(text)
  return id === null || id.toLowerCase() === 'unknown' ? null : { id }
}

export interface LegAgent {
  numbers: readonly unknown[]
  id: unknown
  name: unknown
  extension: unknown
}

/** Null where a leg names nobody. */
export function readLegAgent(leg: LegAgent, country: string): ToldAgent | null {
  const texts = leg.numbers.map(readText).filter((text) => text !== null)
  const number = texts.map((text) => readNumber(text, country)?.number).find((read) => read !== undefined)
  const id = readId(leg.id) ?? (number === undefined ? readId(texts[0]) : null)
  if (number === undefined && id === null) return null
  return present<ToldAgent>({ number, id, name: readText(leg.name), extension: readText(leg.extension) })
}

/** An agent in several legs is one: the last result wins, talk seconds add up. */
export function addLeg(agents: ToldAgent[], leg: ToldAgent): ToldAgent {
  const known = agents.find((agent) => isSameAgent(agent, leg))
  if (known === undefined) {
    agents.push(leg)
    return leg
  }
  const talkSeconds = add(known.talkSeconds, leg.talkSeconds)
  return Object.assign(known, leg, talkSeconds === undefined ? {} : { talkSeconds })
}

export function add(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : a + b
}

function isSameAgent(a: ToldAgent, b: ToldAgent): boolean {
  return (a.number !== undefined && a.number === b.number) || (a.id !== undefined && a.id === b.id)
}
