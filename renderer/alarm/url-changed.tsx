import { useId } from 'react'
import type { UrlChange } from '../../shared/hearing.ts'
import type { RingtrayBridge } from '../../shared/ipc-contract.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { Address } from '../text/address.tsx'

/** The boxes of MyOperator’s panel that hold it. */
const urlFields = ['Webhooks (v2): URL', 'Webhooks (v1), In-call: URL', 'Webhooks (v1), After-call: URL']

/** The address is a new one: what to paste where, until a call has come by it. */
export function UrlChanged({ bridge, change }: { bridge: RingtrayBridge; change: UrlChange }) {
  const titleId = useId()
  return (
    <section className="trouble" aria-labelledby={titleId}>
      <p className="trouble-title" id={titleId} role="status">
        The address is a new one. Until MyOperator has it, calls go to the old one and do not arrive.
      </p>
      <p className="trouble-text">
        Calls last came by{' '}
        <bdi className="fixed">
          <Address text={change.heardOn} />
        </bdi>
      </p>
      <dl className="pastes">
        <div className="cause">
          <dt className="cause-text">Paste into {urlFields.join(' · ')}</dt>
          <dd className="paste-here">
            <bdi className="fixed">
              <Address text={change.url} />
            </bdi>
            <CopyButton
              bridge={bridge}
              label="Copy"
              what="the new webhook URL"
              request={{ what: 'webhookUrl' }}
            />
          </dd>
        </div>
      </dl>
    </section>
  )
}
