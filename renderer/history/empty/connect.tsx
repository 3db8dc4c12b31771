import type { Connection } from '../../../shared/ipc-contract.ts'
import { safeText } from '../../../shared/safe-text.ts'
import type { Status } from '../../../shared/status.ts'
import { useParts } from '../state/parts.ts'
import { headerLine, isLocalAddress, refusedSentence } from './connect-wording.ts'
import { PasteLine } from './paste-line.tsx'
import { PretendButton } from './pretend-button.tsx'

/** No call was ever kept: how to get the first one. */
export function Connect({ connection, status }: { connection: Connection; status: Status | null }) {
  const { clock } = useParts()
  const { headerName } = connection
  // The way in may have been set up since this window was opened.
  const webhookUrl = status?.reach.tunnel.publicUrl ?? connection.webhookUrl
  const refused = status === null ? null : refusedSentence(status, clock)
  // While no secret is set there is nothing to paste; a sentence above the list says so.
  const isShut = status?.listener.state === 'shut'
  return (
    <section className="empty" aria-labelledby="empty-title">
      <h2 className="empty-title" id="empty-title">
        No calls yet
      </h2>
      {!isShut && (
        <>
          <p className="empty-text">
            In MyOperator’s panel, open Integrations → Webhooks → Add webhook and paste{' '}
            {headerName === null ? 'this' : 'these two'}. The next call then appears here.
          </p>
          <dl className="paste">
            <PasteLine
              name="Webhook URL"
              text={safeText(webhookUrl)}
              what="the webhook URL"
              request={{ what: 'webhookUrl' }}
            />
            {headerName !== null && (
              <PasteLine
                name="Header"
                text={headerLine(headerName)}
                what="the header line with its secret"
                request={{ what: 'headerLine' }}
              />
            )}
          </dl>
          {isLocalAddress(webhookUrl) && (
            <p className="empty-hint">
              This address is this computer’s own, and MyOperator does not reach it by itself. Set up a way in
              first: then the address to paste stands here.
            </p>
          )}
          {headerName === null && (
            <p className="empty-hint">
              No header is set: use the Basic or query proof that is in the settings.
            </p>
          )}
        </>
      )}
      {refused !== null && <p className="notice">{refused}</p>}
      <PretendButton />
    </section>
  )
}
