import type { QuietAlarm, QuietCauseCode } from '../../../../shared/hearing.ts'
import { safeText } from '../../../../shared/safe-text.ts'
import { CopyButton } from '../../../copy/copy-button.tsx'
import { useParts } from '../../state/parts.ts'
import { PartFailure } from '../../steps/part-failure.tsx'

/** No call comes where many should: what it may be, the likeliest first. */
export function Alarm({ alarm: { sentence, causes } }: { alarm: QuietAlarm }) {
  return (
    <div className="alarm">
      <p className="tone-ringing">{safeText(sentence)}</p>
      <ul className="alarm-causes">
        {causes.map((cause) => (
          <li className="alarm-cause" key={cause.code}>
            <span>{safeText(cause.sentence)}</span>
            <CauseButton code={cause.code} />
          </li>
        ))}
      </ul>
      <PartFailure part="holiday" what="Not noted" />
    </div>
  )
}

function CauseButton({ code }: { code: QuietCauseCode }) {
  const { bridge, store } = useParts()
  if (code === 'wrong-secret')
    return <CopyButton bridge={bridge} label="Copy" what="the secret" request={{ what: 'headerValue' }} />
  if (code !== 'really-quiet') return null
  return (
    <button
      type="button"
      className="button"
      onClick={() => void store.save('holiday', { send: () => bridge.request('itIsAHoliday') })}
    >
      It is a holiday
    </button>
  )
}
