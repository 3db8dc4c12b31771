import { useId } from 'react'
import { isSilenced, type Status } from '../../../shared/status.ts'
import { ReachDetails } from '../reach/details/reach-details.tsx'
import { provenAndHeard } from '../reach/details/reach-facts.ts'
import { useParts } from '../state/parts.ts'
import { statusWords } from './status-wording.ts'

export function StatusLine({ status, now }: { status: Status | null; now: number }) {
  const { bridge, clock } = useParts()
  const detailsId = useId()
  if (status === null) return <div className="status" />
  const { dot, lead, rest, isAging } = statusWords(status, { nowMs: now, clock })
  // What only grows older is not read out every minute.
  const spokenRest = isAging ? null : rest
  return (
    <div className="status">
      <div className="status-sentence" title={`${[lead, rest].join(' ')}\n${provenAndHeard(status, now)}`}>
        <span className={`dot dot-${dot}`} aria-hidden="true" />
        <output>
          <span className="status-lead">{lead}</span> {spokenRest}
        </output>
        {spokenRest === null && rest}
      </div>
      {isSilenced(status, now) && (
        <button
          type="button"
          className="button button-quiet"
          aria-label="End do not disturb"
          onClick={() => void bridge.request('setDoNotDisturb', null)}
        >
          End
        </button>
      )}
      <button
        type="button"
        className="status-more"
        aria-label="How calls reach Ringtray"
        title="How calls reach Ringtray"
        popoverTarget={detailsId}
      >
        <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path className="sign-stroke" d="M4.5 6.5 8 10l3.5-3.5" />
        </svg>
      </button>
      <ReachDetails id={detailsId} status={status} now={now} />
    </div>
  )
}
