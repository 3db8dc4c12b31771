interface ListFailureProps {
  reason: string
  onRetry(): void
}

export function ListFailure({ reason, onRetry }: ListFailureProps) {
  return (
    <section className="empty empty-short" role="alert">
      <h2 className="empty-title">The history could not be read</h2>
      <p className="empty-text">
        {reason.charAt(0).toUpperCase()}
        {reason.slice(1)}. The calls themselves are untouched; only this window cannot show them. Try again,
        and if that does not help, quit Ringtray from the tray and start it anew.
      </p>
      <div className="empty-actions">
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      </div>
    </section>
  )
}
