import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { Sign } from '../../../sign/sign.tsx'
import { Outside } from '../../../text/outside.tsx'
import { useParts } from '../../state/parts.ts'
import { stepSign } from '../detail-wording.ts'

export function Timeline({ detail }: { detail: CallDetail }) {
  const { clock } = useParts()
  return (
    <ol className="timeline" aria-label="Course of the call">
      {detail.timeline.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no identity but their place
        <li className="step" key={at}>
          <time className="step-time figures" dateTime={step.at}>
            {clock.timeWithSeconds(step.at)}
          </time>
          <Sign {...stepSign(step.kind, detail.call)} />
          <Outside text={step.text} className="step-text" />
        </li>
      ))}
    </ol>
  )
}
