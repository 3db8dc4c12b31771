import type { SeenAgent } from '../../shared/settings-page.ts'

const fewAgents = 8

/** Those rung last, and those of mine wherever they stand: a page that can still be looked over. */
export function firstAgents(agents: SeenAgent[], mine: string[]): SeenAgent[] {
  // One more is no longer than the button that would show it.
  if (agents.length <= fewAgents + 1) return agents
  return agents.filter((agent, at) => at < fewAgents || mine.includes(agent.key))
}
