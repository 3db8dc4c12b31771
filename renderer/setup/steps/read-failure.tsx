import { useParts } from '../state/parts.ts'

/** `isOld`: what is shown below was read before. */
export function ReadFailure({ failure, isOld }: { failure: string | null; isOld: boolean }) {
  const { store } = useParts()
  return (
    <div role="alert">
      {failure !== null && (
        <p className="notice read-failure">
          <span>
            The state of the set-up could not be read{isOld && ' again'}: {failure.replace(/[.\s]+$/, '')}.{' '}
            {isOld ? 'What stands below may be old.' : 'Calls are received all the same.'}
          </span>
          <button type="button" className="button button-quiet" onClick={() => void store.read()}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
