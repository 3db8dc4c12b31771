import type { Status } from '../../../shared/status.ts'
import { ActButton } from '../../alarm/acts/act-button.tsx'
import { QuietAlarm } from '../../alarm/quiet-alarm.tsx'
import { UrlChanged } from '../../alarm/url-changed.tsx'
import { useParts } from '../state/parts.ts'
import { notices } from './status-wording.ts'

interface NoticesProps {
  status: Status | null
  /** Of the secret; null where there is none to copy. */
  headerName: string | null
  /** Why the rows shown may be old; null while they are not. */
  failure: string | null
  onRetry(): void
}

/** Bad news as a sentence above the list that it is about. */
export function Notices({ status, headerName, failure, onRetry }: NoticesProps) {
  const { bridge, clock } = useParts()
  const told = status === null ? [] : notices(status, clock)
  const { alarm, urlChanged } = status?.reach.hearing ?? { alarm: null, urlChanged: null }
  return (
    <div className="notices">
      <output className="notices-spoken">
        {told.map(({ tone, sentence, act }) => (
          <span className={tone === 'bad' ? 'notice' : 'notice notice-calm'} key={sentence}>
            <span>{sentence}</span>
            {act !== null && <ActButton bridge={bridge} act={act} />}
          </span>
        ))}
        {failure !== null && (
          <span className="notice">
            <span>The history could not be read again: {failure}. The rows below may be old.</span>
            <button type="button" className="button button-quiet" onClick={onRetry}>
              Try again
            </button>
          </span>
        )}
      </output>
      {alarm !== null && <QuietAlarm bridge={bridge} alarm={alarm} hasHeader={headerName !== null} />}
      {urlChanged !== null && <UrlChanged bridge={bridge} change={urlChanged} />}
    </div>
  )
}
