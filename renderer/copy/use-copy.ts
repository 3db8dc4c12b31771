import { useEffect, useState } from 'react'
import type { CopyRequest, RingtrayBridge } from '../../shared/ipc-contract.ts'
import { failureReason } from '../wording/failure-reason.ts'

interface CopyAnswer {
  copied: boolean
  words: string
}

/** Copies, and says for a moment that it has, or why not. */
export function useCopy(bridge: RingtrayBridge) {
  const [answer, setAnswer] = useState<CopyAnswer | null>(null)

  useEffect(() => {
    if (answer?.copied !== true) return
    const timer = setTimeout(() => setAnswer(null), 1_500)
    return () => clearTimeout(timer)
  }, [answer])

  async function copy(request: CopyRequest) {
    try {
      await bridge.request('copy', request)
      setAnswer({ copied: true, words: 'Copied' })
    } catch (error) {
      setAnswer({ copied: false, words: `Not copied: ${failureReason(error)}` })
    }
  }

  return { answer, copy }
}
