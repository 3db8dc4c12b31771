import { useId } from 'react'
import type { QuietAlarm as Alarm, QuietCauseCode } from '../../shared/hearing.ts'
import type { RingtrayBridge } from '../../shared/ipc-contract.ts'
import { safeText } from '../../shared/safe-text.ts'
import { ActButton } from './acts/act-button.tsx'
import { actOfCause, isOnSetUpPage } from './acts/reach-acts.ts'
import { CopySecret } from './copy-secret.tsx'

interface CauseContext {
  bridge: RingtrayBridge
  /** False where only Basic or query proofs are configured: there is no header to copy. */
  hasHeader: boolean
  /** It stands in the set-up window. */
  isInSetUp?: boolean
}

/** No call comes where many should: it stays until one does. */
export function QuietAlarm({ alarm, ...context }: CauseContext & { alarm: Alarm }) {
  const titleId = useId()
  return (
    <section className="trouble" aria-labelledby={titleId}>
      <p className="trouble-title" id={titleId} role="status">
        {withFullStop(safeText(alarm.sentence))}
      </p>
      <ol className="causes" aria-label="Likely causes, the likeliest first">
        {alarm.causes.map(({ code, sentence }) => (
          <li className="cause" key={code}>
            <span className="cause-text">{safeText(sentence)}</span>
            <CauseButton code={code} {...context} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function CauseButton({
  code,
  bridge,
  hasHeader,
  isInSetUp = false,
}: CauseContext & { code: QuietCauseCode }) {
  const remedy = actOfCause(code)
  if (remedy === 'copy-secret' && hasHeader) return <CopySecret bridge={bridge} />
  const act = remedy === 'copy-secret' ? 'set-up' : remedy
  return isInSetUp && isOnSetUpPage(act) ? null : <ActButton bridge={bridge} act={act} />
}

function withFullStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
