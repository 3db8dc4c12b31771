import type { RingtrayBridge } from '../../shared/ipc-contract.ts'
import { CopyButton } from '../copy/copy-button.tsx'

/** MyOperator’s newer panel has a box for the secret; the older one takes name and secret in one line. */
export function CopySecret({ bridge }: { bridge: RingtrayBridge }) {
  return (
    <span className="act">
      <CopyButton
        bridge={bridge}
        label="Copy the secret again"
        what="for Webhooks v2"
        title="For Webhooks v2: the value of the header"
        request={{ what: 'headerValue' }}
      />
      <CopyButton
        bridge={bridge}
        label="Copy as header line"
        what="for Webhooks v1"
        title={'For Webhooks v1: ["name: value"]'}
        request={{ what: 'headerLine' }}
      />
    </span>
  )
}
