import type { Status } from '../../../shared/status.ts'
import { useParts } from '../state/parts.ts'
import { isSilenced, statusWords } from './status-wording.ts'

export function StatusLine({ status, now }: { status: Status | null; now: number }) {
  const { bridge, clock } = useParts()
  if (status === null) return <div className="status" />
  const { dot, lead, rest } = statusWords(status, { nowMs: now, clock })
  // What only grows older is not read out every minute.
  const spokenRest = dot === 'good' ? null : rest
  return (
    <div className="status">
      <div className="status-sentence" title={[lead, rest].join(' ')}>
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
    </div>
  )
}
