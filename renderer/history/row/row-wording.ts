import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import { callState, type StateFacts } from './call-state.ts'

type AgentFacts = StateFacts & Pick<HistoryRow, 'agents' | 'answeredBy'>

/** What the agents have to do with it: `rings Asha, Vikram`, `answered by Asha`; null where nobody is known. */
export function agentsText(row: AgentFacts): { verb: string; names: string[]; more: number } | null {
  const answeredBy = visibleText(row.answeredBy)
  if (answeredBy !== null && (row.phase === 'answered' || row.outcome === 'connected')) {
    return { verb: row.direction === 'outgoing' ? 'called by' : 'answered by', names: [answeredBy], more: 0 }
  }
  const names = row.agents.map(visibleText).filter((name) => name !== null)
  if (names.length === 0) return null
  return {
    verb: verbOf(row),
    names: names.slice(0, agentsShown),
    more: Math.max(names.length - agentsShown, 0),
  }
}

const agentsShown = 3

function verbOf({ direction, phase, outcome }: StateFacts): string {
  if (direction === 'outgoing') return 'called by'
  if (phase === 'ringing' || phase === 'initiated') return 'rings'
  return outcome === 'connected' || phase === 'answered' ? 'answered by' : 'rang'
}

/** Talk time of a call that was answered; null where a word stands instead. */
export function shownSeconds({
  phase,
  outcome,
  talkSeconds,
  totalSeconds,
}: Pick<HistoryRow, 'phase' | 'outcome' | 'talkSeconds' | 'totalSeconds'>): number | null {
  return phase === 'ended' && outcome === 'connected' ? (talkSeconds ?? totalSeconds) : null
}

/** What a screen reader hears first: the sign and the colour, in words. */
export function spokenLead(row: StateFacts & Pick<HistoryRow, 'seen' | 'pretend'>): string {
  const { word } = callState(row)
  const direction = row.direction === 'outgoing' ? 'outgoing, ' : ''
  return `${direction}${word}${isUnseenMissed(row) ? ', not seen yet' : ''}: `
}

export function isUnseenMissed({ outcome, seen }: Pick<HistoryRow, 'outcome' | 'seen'>): boolean {
  return outcome === 'missed' && !seen
}
