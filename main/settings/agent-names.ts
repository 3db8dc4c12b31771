import type { CallIndex } from '../calls/index/call-index.ts'
import { seenAgents } from './seen-agents.ts'

/** What agents are called who are told by a number or an id only: logs and summaries name them, rings do not. */
export interface AgentNames {
  /** E.164 or id. Null where no call named them. */
  of(key: string): string | null
  /** Reads the newest calls again. */
  refresh(): void
}

export function createAgentNames(index: Pick<CallIndex, 'newest'>): AgentNames {
  let names = new Map<string, string>()
  return {
    of: (key) => names.get(key) ?? null,
    refresh() {
      names = new Map()
      for (const { keys, name } of seenAgents(index)) {
        if (name !== null) for (const key of keys) names.set(key, name)
      }
    },
  }
}
