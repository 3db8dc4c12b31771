import { useEffect, useEffectEvent } from 'react'
import type { Snapshot } from '../../../shared/ipc-contract.ts'
import type { Status } from '../../../shared/status.ts'
import { useParts } from './parts.ts'

interface Wishes {
  snapshot: Snapshot | null
  status: Status | null
  /** A person clicked a notification, now or before this window was ready. */
  onShowCall(id: string): void
  onShowMissed(): void
  /** The call book is loaded: there is something to read. */
  onReady(): void
}

/** What the main process wants of this window. */
export function useWishes({ snapshot, status, onShowCall, onShowMissed, onReady }: Wishes) {
  const { bridge } = useParts()
  const showCall = useEffectEvent(onShowCall)
  const showMissed = useEffectEvent(onShowMissed)
  const ready = useEffectEvent(onReady)
  const earlier = snapshot?.wish ?? null
  const isReady = status?.ready ?? false

  useEffect(() => bridge.on('showCall', ({ id }) => showCall(id)), [bridge])
  useEffect(() => bridge.on('showMissed', () => showMissed()), [bridge])
  useEffect(() => {
    if (earlier?.show === 'call') showCall(earlier.id)
    else if (earlier?.show === 'missed') showMissed()
  }, [earlier])
  useEffect(() => {
    if (isReady) ready()
  }, [isReady])
}
