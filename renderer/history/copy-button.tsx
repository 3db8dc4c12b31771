import { useEffect, useState } from 'react'
import type { CopyRequest } from '../../shared/ipc-contract.ts'
import { failureReason } from '../wording/failure-reason.ts'
import { useParts } from './state/parts.ts'

interface CopyButtonProps {
  label: string
  /** For the ear: what is copied. */
  what: string
  title?: string
  request: CopyRequest
  /** With Shift held down. */
  shiftRequest?: CopyRequest
}

export function CopyButton({ label, what, title, request, shiftRequest }: CopyButtonProps) {
  const { bridge } = useParts()
  const [answer, setAnswer] = useState<{ copied: boolean; words: string } | null>(null)

  useEffect(() => {
    if (answer?.copied !== true) return
    const timer = setTimeout(() => setAnswer(null), 1_500)
    return () => clearTimeout(timer)
  }, [answer])

  async function copy(isShifted: boolean) {
    try {
      await bridge.request('copy', isShifted && shiftRequest !== undefined ? shiftRequest : request)
      setAnswer({ copied: true, words: 'Copied' })
    } catch (error) {
      setAnswer({ copied: false, words: `Not copied: ${failureReason(error)}` })
    }
  }

  return (
    <span className="copy">
      <button
        type="button"
        className="button copy-button"
        title={title}
        aria-label={`${label} ${what}`}
        onClick={(event) => void copy(event.shiftKey)}
      >
        <span className="copy-label">{label}</span>
        {answer?.copied && <span className="copy-done">Copied</span>}
      </button>
      <output className={answer?.copied === false ? 'copy-failure' : 'hidden'}>{answer?.words}</output>
    </span>
  )
}
