import { useCallback, useSyncExternalStore } from 'react'
import { secondMs } from '../../../shared/time.ts'
import { durationText } from '../../wording/duration.ts'

/** `0:07`, told again each time a second is full, while it can be seen. */
export function RunningTime({ since }: { since: string }) {
  const sinceMs = Date.parse(since)
  const subscribe = useCallback((onSecond: () => void) => watchSeconds(sinceMs, onSecond), [sinceMs])
  // Asked at each drawing: a card that was hidden comes up with the right time.
  return durationText(useSyncExternalStore(subscribe, () => secondsSince(sinceMs)))
}

function secondsSince(sinceMs: number): number {
  return Math.floor(Math.max(Date.now() - sinceMs, 0) / secondMs)
}

function watchSeconds(sinceMs: number, onSecond: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  function wait() {
    clearTimeout(timer)
    if (document.hidden) return
    timer = setTimeout(tick, secondMs - (Math.max(Date.now() - sinceMs, 0) % secondMs) + 1)
  }

  function tick() {
    onSecond()
    wait()
  }

  document.addEventListener('visibilitychange', tick)
  wait()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}
