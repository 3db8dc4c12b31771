import type { UrlChange } from '../../../shared/hearing.ts'
import { CopyButton } from '../../copy/copy-button.tsx'
import { Outside } from '../../text/outside.tsx'
import { useParts } from '../state/parts.ts'

/** It stays until a real call comes by the new address. */
export function UrlChanged({ change: { heardOn, url, paste } }: { change: UrlChange }) {
  const { bridge } = useParts()
  return (
    <section className="url-changed" aria-labelledby="url-changed-heading">
      <h2 className="part-title tone-ringing" id="url-changed-heading">
        The address has changed
      </h2>
      <p className="tone-ringing">
        Calls last came by <Outside className="fixed" text={heardOn} />. MyOperator goes on sending them
        there, and they are lost, until the new address stands in its panel:
      </p>
      <p className="url-new">
        <Outside className="fixed" text={url} />
        <CopyButton bridge={bridge} label="Copy" what="the new address" request={{ what: 'webhookUrl' }} />
      </p>
      <p className="step-lead">Paste it into the ones of these that you have:</p>
      <ul className="url-places">
        {paste.map(({ field }) => (
          <li key={field}>{field}</li>
        ))}
      </ul>
    </section>
  )
}
