import type { ShownCall } from '../state/shown-call.ts'

/** The detail without a call: none chosen, gone, or not to be had. */
export function NoCall({ shown, onRetry }: { shown: ShownCall; onRetry(): void }) {
  switch (shown.state) {
    case 'failed':
      return (
        <div className="detail-none" role="alert">
          <p>This call could not be read: {shown.reason}. Try again in a moment.</p>
          <button type="button" className="button" onClick={onRetry}>
            Try again
          </button>
        </div>
      )
    case 'gone':
      return <p className="detail-none">This call is not kept any more. A pretend call goes after a day.</p>
    case 'loading':
    case 'ready':
      return <p className="detail-none late">Opening the call …</p>
    case 'none':
      return (
        <dl className="detail-none keys">
          <dt>
            <kbd className="key">↑</kbd> <kbd className="key">↓</kbd>
          </dt>
          <dd>choose a call</dd>
          <dt>
            <kbd className="key">Enter</kbd>
          </dt>
          <dd>write its note</dd>
          <dt>
            <kbd className="key">/</kbd>
          </dt>
          <dd>search</dd>
        </dl>
      )
  }
}
