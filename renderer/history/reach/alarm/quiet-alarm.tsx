import { useId } from 'react'
import type { QuietAlarm as Alarm, QuietCause } from '../../../../shared/hearing.ts'
import { safeText } from '../../../../shared/safe-text.ts'
import { ActButton } from '../acts/act-button.tsx'
import { actOfCause } from '../acts/reach-acts.ts'
import { CopySecret } from './copy-secret.tsx'

interface QuietAlarmProps {
  alarm: Alarm
  /** Null where only Basic or query proofs are configured: there is no header to copy. */
  headerName: string | null
}

/** No call comes where many should: it stays until one does. */
export function QuietAlarm({ alarm, headerName }: QuietAlarmProps) {
  const titleId = useId()
  return (
    <section className="trouble" aria-labelledby={titleId}>
      <p className="trouble-title" id={titleId} role="status">
        {withFullStop(safeText(alarm.sentence))}
      </p>
      <ol className="causes" aria-label="Likely causes, the likeliest first">
        {alarm.causes.map((cause) => (
          <li className="cause" key={cause.code}>
            <span className="cause-text">{safeText(cause.sentence)}</span>
            <CauseButton code={cause.code} headerName={headerName} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function CauseButton({ code, headerName }: Pick<QuietCause, 'code'> & { headerName: string | null }) {
  const act = actOfCause(code)
  if (act !== 'copy-secret') return <ActButton act={act} />
  return headerName === null ? <ActButton act="set-up" /> : <CopySecret />
}

function withFullStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
