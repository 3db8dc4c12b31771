import { useId } from 'react'
import type { UrlChange } from '../../../../shared/hearing.ts'
import { safeText } from '../../../../shared/safe-text.ts'
import { Address } from '../../../text/address.tsx'
import { CopyButton } from '../../copy-button.tsx'
import { pastes } from './pastes.ts'

/** The address is a new one: what to paste where, until a call has come by it. */
export function UrlChanged({ change }: { change: UrlChange }) {
  const titleId = useId()
  return (
    <section className="trouble" aria-labelledby={titleId}>
      <p className="trouble-title" id={titleId} role="status">
        The address is a new one. Until MyOperator has it, calls go to the old one and do not arrive.
      </p>
      <p className="trouble-text">
        Calls last came by{' '}
        <span className="fixed">
          <Address text={change.heardOn} />
        </span>
      </p>
      <dl className="pastes">
        {pastes(change).map(({ fields, value }) => (
          <div className="cause" key={value}>
            <dt className="cause-text">Paste into {fields.map(safeText).join(' · ')}</dt>
            <dd className="paste-here">
              <span className="fixed">
                <Address text={value} />
              </span>
              {value === change.url && (
                <CopyButton label="Copy" what="the new webhook URL" request={{ what: 'webhookUrl' }} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
