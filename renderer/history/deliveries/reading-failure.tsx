interface ReadingFailureProps {
  reason: string
  /** What was read before stands below. */
  isOld: boolean
  onRetry(): void
}

export function ReadingFailure({ reason, isOld, onRetry }: ReadingFailureProps) {
  return (
    <div className="reading-failure" role="alert">
      <p>
        What arrived could not be read{isOld ? ' again' : ''}: {reason}.{' '}
        {isOld ? 'What stands here may be old.' : 'It is kept all the same; try again in a moment.'}
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}
