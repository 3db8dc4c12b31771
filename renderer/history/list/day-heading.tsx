/** For the eye only: each row tells its day to a screen reader. */
export function DayHeading({ text, className = '' }: { text: string; className?: string }) {
  return (
    <div className={`day ${className}`} aria-hidden="true">
      {text}
    </div>
  )
}
