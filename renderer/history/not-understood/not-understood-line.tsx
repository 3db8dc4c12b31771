import { notUnderstoodText } from './not-understood-wording.ts'

interface NotUnderstoodLineProps {
  count: number
  isOpen: boolean
  buttonRef: React.RefObject<HTMLButtonElement | null>
  onToggle(): void
}

/** Quiet, below the calls that are understood. */
export function NotUnderstoodLine({ count, isOpen, buttonRef, onToggle }: NotUnderstoodLineProps) {
  return (
    <button
      type="button"
      className="not-understood-line"
      ref={buttonRef}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <span className="figures">{notUnderstoodText(count)}</span> ·{' '}
      <span className="not-understood-show">{isOpen ? 'hide' : 'show'}</span>
    </button>
  )
}
