import type { HistoryRow } from '../../shared/ipc-contract.ts'
import { toInstant } from '../../shared/time.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import { type Desk, type Display, isMine, shownNumber } from '../display.ts'

/** An index row as the window shows it. */
export function toHistoryRow(
  row: IndexRow,
  { display, desk, firstOfDay }: { display: Display; desk: Desk; firstOfDay: boolean },
): HistoryRow {
  const { agents } = row
  const answerer = agents.find(({ number, id }) => (number ?? id) === row.answeredBy)
  return {
    id: row.id,
    startedAt: toInstant(row.startedMs),
    answeredAt: row.answeredMs === null ? null : toInstant(row.answeredMs),
    endedAt: row.endedMs === null ? null : toInstant(row.endedMs),
    direction: row.direction,
    phase: row.phase,
    outcome: row.outcome,
    name: row.name,
    number: shownNumber(row, display),
    withheld: row.withheld,
    line: row.department ?? (row.line && display.number(row.line)),
    agents: agents.map(display.agent),
    answeredBy: answerer === undefined ? row.answeredBy : display.agent(answerer),
    mine: isMine(agents, desk),
    talkSeconds: row.talkSeconds,
    totalSeconds: row.totalSeconds,
    note: row.note,
    tags: row.tags,
    seen: row.seen,
    pretend: row.pretend,
    firstOfDay,
  }
}
