import type { Status } from '../../../shared/status.ts'
import { useParts } from '../state/parts.ts'
import { noticeSentences } from './status-wording.ts'

interface NoticesProps {
  status: Status | null
  /** Why the rows shown may be old; null while they are not. */
  failure: string | null
  onRetry(): void
}

/** Bad news as a sentence above the list that it is about. */
export function Notices({ status, failure, onRetry }: NoticesProps) {
  const { clock } = useParts()
  const sentences = status === null ? [] : noticeSentences(status, clock)
  return (
    <output className="notices">
      {sentences.map((sentence) => (
        <p className="notice" key={sentence}>
          {sentence}
        </p>
      ))}
      {failure !== null && (
        <p className="notice">
          <span>The history could not be read again: {failure}. The rows below may be old.</span>
          <button type="button" className="button button-quiet" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
    </output>
  )
}
