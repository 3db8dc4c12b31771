import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import { useElapsedSeconds } from '../../time/use-time.ts'
import { durationText, spokenDuration } from '../../wording/duration.ts'
import { callState, isLive, runningSince } from './call-state.ts'
import { shownSeconds } from './row-wording.ts'

/** The duration, or the word for the state where there is none. The row begins with that word for the ear. */
export function RowState({ row }: { row: HistoryRow }) {
  const { word, tone } = callState(row)
  const seconds = shownSeconds(row)
  if (seconds !== null)
    return (
      <div className="row-end figures">
        <span aria-hidden="true">{durationText(seconds)}</span>
        <span className="hidden">{spokenDuration(seconds)}</span>
      </div>
    )
  return (
    <div className={`row-end row-state figures tone-${tone}`} aria-hidden="true">
      {word}
      {isLive(row) && (
        <>
          {' '}
          <RunningTime since={runningSince(row)} />
        </>
      )}
    </div>
  )
}

export function RunningTime({ since }: { since: string }) {
  return durationText(useElapsedSeconds(Date.parse(since)))
}
