import { withoutFullStop } from '../wording/without-full-stop.ts'

interface ReadFailureProps {
  /** What could not be read: `The settings`. */
  what: string
  failure: string | null
  /** What is shown below was read before. */
  isOld: boolean
  /** What holds while there is nothing to show. */
  meanwhile: string
  onRetry(): void
}

export function ReadFailure({ what, failure, isOld, meanwhile, onRetry }: ReadFailureProps) {
  return (
    <div role="alert">
      {failure !== null && (
        <p className="notice read-failure">
          <span>
            {what} could not be read{isOld && ' again'}: {withoutFullStop(failure)}.{' '}
            {isOld ? 'What stands below may be old.' : meanwhile}
          </span>
          <button type="button" className="button button-quiet" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
