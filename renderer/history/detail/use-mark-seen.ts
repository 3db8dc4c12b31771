import { useEffect } from 'react'
import type { Call } from '../../../shared/call.ts'
import { useParts } from '../state/parts.ts'

/** A glance: passing over a row with the arrow keys is none. */
const lookMs = 600

/** Tells that the agent has looked at a call once it is over and was in view for a moment. */
export function useMarkSeen(call: Call | null): void {
  const { bridge } = useParts()
  const id = call !== null && !call.seen && call.phase === 'ended' ? call.id : null

  useEffect(() => {
    if (id === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    function look() {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(mark, lookMs)
    }
    function mark() {
      // A refusal leaves the call unseen; the next look tries again.
      bridge.request('markSeen', id ?? '').catch(() => undefined)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [bridge, id])
}
