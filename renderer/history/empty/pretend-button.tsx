import { useState } from 'react'
import { failureReason } from '../../wording/failure-reason.ts'
import { useParts } from '../state/parts.ts'

export function PretendButton() {
  const { bridge } = useParts()
  const [failure, setFailure] = useState<string | null>(null)
  const [isPlaying, setIsPlaying] = useState(false)

  async function play() {
    setIsPlaying(true)
    setFailure(null)
    try {
      await bridge.request('pretendCall')
    } catch (error) {
      setFailure(failureReason(error))
    }
    setIsPlaying(false)
  }

  return (
    <div className="empty-actions">
      <button
        type="button"
        className="button button-primary"
        disabled={isPlaying}
        onClick={() => void play()}
      >
        Just show me a pretend call
      </button>
      <output className="notice">
        {failure !== null && `The pretend call could not be played: ${failure}. Try it again in a moment.`}
      </output>
    </div>
  )
}
