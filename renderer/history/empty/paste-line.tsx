import type { CopyRequest } from '../../../shared/ipc-contract.ts'
import { Address } from '../../text/address.tsx'
import { CopyButton } from '../copy-button.tsx'

interface PasteLineProps {
  name: string
  text: string
  /** For the ear: what is copied. */
  what: string
  request: CopyRequest
}

export function PasteLine({ name, text, what, request }: PasteLineProps) {
  return (
    <div className="paste-line">
      <dt>{name}</dt>
      <dd className="paste-text">
        <span className="fixed">
          <Address text={text} />
        </span>
        <CopyButton label="Copy" what={what} request={request} />
      </dd>
    </div>
  )
}
