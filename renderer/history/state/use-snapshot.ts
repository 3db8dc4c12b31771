import { useEffect, useState } from 'react'
import type { RingtrayBridge, Snapshot } from '../../../shared/ipc-contract.ts'
import type { Status } from '../../../shared/status.ts'
import { failureReason } from '../../wording/failure-reason.ts'

interface WindowState {
  snapshot: Snapshot | null
  /** The newest: what was announced, else what the snapshot said. */
  status: Status | null
  failure: string | null
}

/** The state that the window starts from, kept up to date by announcements. */
export function useSnapshot(bridge: RingtrayBridge): WindowState & { retry(): void } {
  const [state, setState] = useState<WindowState>({ snapshot: null, status: null, failure: null })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => bridge.on('statusChanged', (status) => setState((now) => ({ ...now, status }))), [bridge])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt asks again
  useEffect(() => {
    let isCurrent = true
    bridge.request('snapshot').then(
      (snapshot) => {
        // An announcement that overtook the snapshot is newer than it.
        if (isCurrent) setState((now) => ({ snapshot, status: now.status ?? snapshot.status, failure: null }))
      },
      (error: unknown) => {
        if (isCurrent) setState((now) => ({ ...now, failure: failureReason(error) }))
      },
    )
    return () => {
      isCurrent = false
    }
  }, [bridge, attempt])

  return { ...state, retry: () => setAttempt((count) => count + 1) }
}
