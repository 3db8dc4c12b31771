import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { Sign } from '../../../sign/sign.tsx'
import { callState, isLive, runningSince } from '../../row/call-state.ts'
import { RunningTime } from '../../row/row-state.tsx'
import { useParts } from '../../state/parts.ts'
import { outcomeLead, outcomeRest } from '../detail-wording.ts'

export function OutcomeLine({ detail, now }: { detail: CallDetail; now: number }) {
  const { clock } = useParts()
  const { call } = detail
  const { sign, tone } = callState(call)
  return (
    <div className="outcome">
      <Sign name={sign} tone={tone} />
      <p className="outcome-text">
        <strong className={`tone-${tone}`}>
          <bdi>{outcomeLead(detail)}</bdi>
        </strong>
        {isLive(call) && (
          <span className={`figures tone-${tone}`}>
            {' '}
            <RunningTime since={runningSince(call)} />
          </span>
        )}
        <span className="outcome-rest figures">
          {outcomeRest(call, detail.line).map((part) => (
            <span key={part}>
              {' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
        </span>
        <span className="outcome-day">
          {clock.day(call.startedAt, now)}, {clock.time(call.startedAt)}
        </span>
      </p>
    </div>
  )
}
