import type { SpotLine as Line } from './spot-lines.ts'

/** For the eye: the row below tells it to a screen reader as its description. */
export function SpotLine({ text, isThin }: Line) {
  return (
    <div className={isThin ? 'spot spot-thin' : 'spot'} aria-hidden="true" title={text}>
      <span className="spot-text">{text}</span>
    </div>
  )
}
