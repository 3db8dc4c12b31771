import { useId, useState } from 'react'
import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { Outside } from '../../../text/outside.tsx'
import { deliveriesText } from '../detail-wording.ts'
import { Arrived } from './arrived.tsx'

/** Why it was shown or not, and what all of this was read from. */
export function Evidence({ detail, now }: { detail: CallDetail; now: number }) {
  const [isOpen, setOpen] = useState(false)
  const arrivedId = useId()
  const text = deliveriesText(detail.deliveryCount)
  return (
    <div className="evidence">
      <p>
        <Outside text={detail.alert} />
      </p>
      {detail.deliveryCount === 0 ? (
        <p>{text}</p>
      ) : (
        <button
          type="button"
          className="disclosure"
          aria-expanded={isOpen}
          aria-controls={isOpen ? arrivedId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {text}
          <svg className="disclosure-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path className="sign-stroke" d="M6 4l4 4-4 4" />
          </svg>
        </button>
      )}
      {isOpen && (
        <div className="arrived" id={arrivedId}>
          <Arrived detail={detail} now={now} />
        </div>
      )}
    </div>
  )
}
