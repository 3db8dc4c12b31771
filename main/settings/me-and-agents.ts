import type { NamedKey, SeenAgent, SettingsPage } from '../../shared/settings-page.ts'
import { toInstant } from '../../shared/time.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { Display } from '../display.ts'
import { type RungAgent, seenAgents } from './seen-agents.ts'

export interface MeAndAgentsOptions {
  me: string[]
  display: Pick<Display, 'number'>
  index: Pick<CallIndex, 'newest'>
}

const mostAgents = 50

/** Who this desk's agent is, and who else could be: what *That is me* is chosen from. */
export function meAndAgents({ me, display, index }: MeAndAgentsOptions): Pick<SettingsPage, 'me' | 'agents'> {
  const agents = seenAgents(index)
  return {
    me: namedMe(me, agents, display),
    agents: offered(agents, me).map((agent) => toSeenAgent(agent, me, display)),
  }
}

/** Who is set under number and id both is one here: taken away once, both go. */
function namedMe(me: string[], agents: RungAgent[], display: Pick<Display, 'number'>): NamedKey[] {
  const named = me.map((key) => {
    const agent = agents.find(({ keys }) => keys.has(key))
    const shown = agent === undefined ? key : keyOf(agent, me)
    return { key: shown, label: agent?.name ?? display.number(shown) }
  })
  return [...new Map(named.map((one) => [one.key, one])).values()]
}

/** However long ago they were rung, those of `me` are among them. */
function offered(agents: RungAgent[], me: string[]): RungAgent[] {
  const isMe = ({ keys }: RungAgent) => me.some((key) => keys.has(key))
  const mine = agents.filter(isMe)
  const others = agents.filter((agent) => !isMe(agent)).slice(0, Math.max(mostAgents - mine.length, 0))
  return agents.filter((agent) => mine.includes(agent) || others.includes(agent)).slice(0, mostAgents)
}

function toSeenAgent(agent: RungAgent, me: string[], display: Pick<Display, 'number'>): SeenAgent {
  return {
    key: keyOf(agent, me),
    name: agent.name,
    number: agent.number === null ? null : display.number(agent.number),
    lastRungAt: toInstant(agent.lastRungMs),
  }
}

/** By what `me` calls them, else the number, else the id. */
function keyOf({ keys, number, id }: RungAgent, me: string[]): string {
  return me.find((key) => keys.has(key)) ?? number ?? id ?? ''
}
