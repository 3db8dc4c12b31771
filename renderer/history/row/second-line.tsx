import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import { secondNumber } from '../../wording/who.ts'
import { agentsText } from './row-wording.ts'

/** Number, line, agents, note: what is known of them, cut where the width ends. */
export function SecondLine({ row }: { row: HistoryRow }) {
  const number = secondNumber(row)
  const line = visibleText(row.line)
  const agents = agentsText(row)
  const note = visibleText(row.note)
  return (
    <div className="row-what">
      {number !== null && (
        <>
          <bdi className="figures">{number}</bdi>
          {' · '}
        </>
      )}
      {line === null ? 'line not told' : <bdi>{line}</bdi>}
      {agents !== null && (
        <>
          {` · ${agents.verb} `}
          {agents.names.map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two agents may have one name, and their order stands
            <span key={at}>
              {at > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
          {agents.more > 0 && ` and ${agents.more} more`}
        </>
      )}
      {note !== null && (
        <>
          {' · '}
          <bdi>“{note}”</bdi>
        </>
      )}
    </div>
  )
}
