import type { SignName, Tone } from '../../../sign/sign.tsx'
import { Sign } from '../../../sign/sign.tsx'
import { IconButton } from '../../actions/icon-button.tsx'
import { useCardParts } from '../../card-parts.ts'

interface SummaryRowProps {
  kind: 'missed' | 'away'
  sign: { name: SignName; tone: Tone }
  dismissLabel: string
  /** There are missed calls to be looked at. */
  canShow: boolean
  children: React.ReactNode
}

/** Several calls in one row. */
export function SummaryRow({ kind, sign, dismissLabel, canShow, children }: SummaryRowProps) {
  const { act } = useCardParts()
  return (
    <li className="row" data-size="compact">
      <div className="row-head">
        <Sign name={sign.name} tone={sign.tone} />
        <div className="row-text">{children}</div>
      </div>
      <div className="row-corner">
        {canShow && (
          <button type="button" className="button button-plain" onClick={() => act({ do: 'open-missed' })}>
            Show<span className="hidden"> the missed calls</span>
          </button>
        )}
        <IconButton icon="dismiss" label={dismissLabel} onClick={() => act({ do: 'dismiss', row: kind })} />
      </div>
    </li>
  )
}
