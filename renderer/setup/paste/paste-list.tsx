import type { PasteField } from '../../../shared/set-up.ts'
import { CopyButton } from '../../copy/copy-button.tsx'
import { safeBlock } from '../../text/safe-block.ts'
import { useParts } from '../state/parts.ts'
import { copiedWords, isSecret } from './paste-wording.ts'

export function PasteList({ fields }: { fields: PasteField[] }) {
  const { bridge } = useParts()
  return (
    <dl className="paste">
      {fields.map((field) => (
        <div className="paste-line" key={field.field}>
          <dt>{field.field}</dt>
          <dd className="paste-text">
            <PasteValue {...field} />
            {field.copy !== null && (
              <CopyButton
                bridge={bridge}
                label="Copy"
                what={copiedWords[field.copy]}
                request={{ what: field.copy }}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function PasteValue(field: PasteField) {
  if (field.value === '') return <span className="paste-empty">leave empty</span>
  if (field.copy === null) return <span className="paste-words">{safeBlock(field.value)}</span>
  return (
    <bdi className="fixed">
      {safeBlock(field.value)}
      {isSecret(field) && <span className="hidden"> (the secret is not shown)</span>}
    </bdi>
  )
}
