import { useEffect, useState } from 'react'
import { secondMs } from '../../shared/time.ts'

/** Now, told again every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** Whole seconds since then, told again each time one is full. */
export function useElapsedSeconds(sinceMs: number): number {
  const [now, setNow] = useState(Date.now)
  const elapsedMs = Math.max(now - sinceMs, 0)
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), secondMs - (elapsedMs % secondMs) + 1)
    return () => clearTimeout(timer)
  }, [elapsedMs])
  return Math.floor(elapsedMs / secondMs)
}
