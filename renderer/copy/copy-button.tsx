import type { CopyRequest, RingtrayBridge } from '../../shared/ipc-contract.ts'
import { useCopy } from './use-copy.ts'

interface CopyButtonProps {
  bridge: RingtrayBridge
  label: string
  /** For the ear: what is copied. */
  what: string
  title?: string | undefined
  request: CopyRequest
  /** With Shift held down. */
  shiftRequest?: CopyRequest | undefined
}

export function CopyButton({ bridge, label, what, title, request, shiftRequest }: CopyButtonProps) {
  const { answer, copy } = useCopy(bridge)

  return (
    <span className="copy">
      <button
        type="button"
        className="button copy-button"
        title={title}
        // Who speaks to a button says what stands on it.
        aria-label={`${answer?.copied ? answer.words : label} ${what}`}
        onClick={(event) => void copy(event.shiftKey && shiftRequest !== undefined ? shiftRequest : request)}
      >
        <span className="copy-label">{label}</span>
        {answer?.copied && <span className="copy-done">Copied</span>}
      </button>
      <output className={answer?.copied === false ? 'copy-failure' : 'hidden'}>{answer?.words}</output>
    </span>
  )
}
