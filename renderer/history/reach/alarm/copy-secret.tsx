import { CopyButton } from '../../copy-button.tsx'

/** MyOperator’s newer panel has a box for the secret; the older one takes name and secret in one line. */
export function CopySecret() {
  return (
    <span className="act">
      <CopyButton
        label="Copy the secret again"
        what="for Webhooks v2"
        title="For Webhooks v2: the value of the header"
        request={{ what: 'headerValue' }}
      />
      <CopyButton
        label="Copy as header line"
        what="for Webhooks v1"
        title={'For Webhooks v1: ["name: value"]'}
        request={{ what: 'headerLine' }}
      />
    </span>
  )
}
