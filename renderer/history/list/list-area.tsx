import type { ReactNode } from 'react'
import type { Snapshot } from '../../../shared/ipc-contract.ts'
import type { Status } from '../../../shared/status.ts'
import { Connect } from '../empty/connect.tsx'
import { ListFailure } from '../empty/list-failure.tsx'
import { NoRows } from '../empty/no-rows.tsx'
import { Opening } from '../empty/opening.tsx'
import { everything, isSame, type Question, type RowsView } from '../rows/rows-view.ts'
import type { Selection } from '../rows/selection.ts'
import { CallList } from './call-list.tsx'
import { Spoken } from './spoken.tsx'

interface ListAreaProps {
  view: RowsView
  snapshot: Snapshot | null
  snapshotFailure: string | null
  status: Status | null
  selection: Selection
  reveal: number
  now: number
  listRef: React.RefObject<HTMLDivElement | null>
  onMove(index: number): void
  onOpen(index: number): void
  onOtherKey(event: React.KeyboardEvent): void
  onAsk(question: Question): void
  onRetry(): void
  /** What stands below the rows. */
  children?: ReactNode
}

/** The list, or what stands in its place. */
export function ListArea(props: ListAreaProps) {
  const { view, listRef, onMove, onOpen, onOtherKey, selection, reveal, now, children } = props
  return (
    <div className="list-area">
      <div className="list-place">
        {view.total > 0 ? (
          <CallList
            view={view}
            selection={selection}
            reveal={reveal}
            now={now}
            listRef={listRef}
            onMove={onMove}
            onOpen={onOpen}
            onOtherKey={onOtherKey}
          />
        ) : (
          <InsteadOfRows {...props} />
        )}
      </div>
      {children}
      <Spoken view={view} />
    </div>
  )
}

function InsteadOfRows({ view, snapshot, snapshotFailure, status, onAsk, onRetry }: ListAreaProps) {
  const failure = view.failure ?? snapshotFailure
  if (failure !== null) return <ListFailure reason={failure} onRetry={onRetry} />
  if (!view.answered || snapshot === null) return <Opening sentence="Opening the history …" />
  if (status?.ready === false)
    return <Opening sentence="Opening the history. Calls that arrive meanwhile are kept and appear here." />
  if (isSame(view.question, everything)) return <Connect connection={snapshot.connection} status={status} />
  return <NoRows question={view.question} onAsk={onAsk} />
}
