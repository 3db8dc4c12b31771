import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { whoText } from '../../wording/who.ts'
import { callState, isLive } from '../row/call-state.ts'

/** State words of the newest calls, by id: what was known when they were last read out. */
export type SpokenStates = ReadonlyMap<string, string>

export function statesOf(rows: HistoryRow[]): SpokenStates {
  return new Map(rows.map((row) => [row.id, callState(row).word]))
}

/** What a screen reader says of the newest change; null where nothing happened that one would look up for. */
export function announcement(before: SpokenStates, rows: HistoryRow[]): string | null {
  const changed = rows.find((row) => {
    const word = before.get(row.id)
    return word === undefined ? isLive(row) : word !== callState(row).word
  })
  return changed === undefined ? null : `${capitalised(callState(changed).word)}: ${whoText(changed)}`
}

export function resultCount({ total, complete, query }: { total: number; complete: boolean; query: string }) {
  if (query === '') return null
  if (total === 0) return 'No calls found'
  return `${total}${complete ? '' : ' or more'} ${total === 1 && complete ? 'call' : 'calls'} found`
}
