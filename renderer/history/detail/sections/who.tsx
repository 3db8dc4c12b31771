import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { visibleText } from '../../../../shared/safe-text.ts'
import { whoText } from '../../../wording/who.ts'
import { CopyButton } from '../../copy-button.tsx'
import { Chips } from '../../row/chips.tsx'

export function Who({ detail }: { detail: CallDetail }) {
  const { call, internationalNumber, nationalNumber } = detail
  const { name, withheld, raw } = call.customer
  const number = nationalNumber ?? internationalNumber ?? raw
  const numbers = [visibleText(name) === null ? null : number, internationalNumber]
    .map(visibleText)
    .filter((shown, at, all) => shown !== null && all.indexOf(shown) === at)
  return (
    <div className="who">
      <h2 className="who-name">
        <bdi>{whoText({ name, number, withheld })}</bdi>
      </h2>
      {numbers.length > 0 && (
        <p className="who-numbers figures">
          {numbers.map((shown, at) => (
            <span key={shown}>
              {at > 0 && ' · '}
              <bdi>{shown}</bdi>
            </span>
          ))}
        </p>
      )}
      <Chips tags={call.tags} pretend={call.source === 'pretend'} atMost={20} />
      {call.customer.number !== null && (
        <div className="who-actions">
          <CopyButton
            label="Copy"
            what="the number"
            title={`Copy ${number} (with Shift: ${internationalNumber})`}
            request={{ what: 'number', id: call.id, international: false }}
            shiftRequest={{ what: 'number', id: call.id, international: true }}
          />
        </div>
      )}
    </div>
  )
}
