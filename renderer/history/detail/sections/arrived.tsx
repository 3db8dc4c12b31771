import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { DeliveryList } from '../../deliveries/delivery-list.tsx'
import { expiredSentence } from '../../deliveries/delivery-wording.ts'
import { ReadingFailure } from '../../deliveries/reading-failure.tsx'
import { useParts } from '../../state/parts.ts'
import { createReading } from '../../state/reading.ts'

/** What arrived about one call, read again whenever the call is. */
export function Arrived({ detail, now }: { detail: CallDetail; now: number }) {
  const { bridge } = useParts()
  const { id, startedAt } = detail.call
  const [deliveries] = useState(() => createReading(() => bridge.request('arrived', id)))
  const { state, answer, reason } = useSyncExternalStore(deliveries.subscribe, deliveries.view)
  const expired =
    state === 'ready' && answer !== null
      ? expiredSentence({ told: detail.deliveryCount, kept: answer.length })
      : null

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new detail says that the call has changed
  useEffect(() => void deliveries.read(), [deliveries, detail])

  return (
    <>
      {reason !== null && (
        <ReadingFailure reason={reason} isOld={answer !== null} onRetry={() => void deliveries.read()} />
      )}
      {answer === null && state === 'loading' && <p className="late">Reading what arrived …</p>}
      {expired !== null && <p>{expired}</p>}
      {answer !== null && answer.length > 0 && (
        <DeliveryList
          label="What arrived, oldest first"
          deliveries={answer}
          now={now}
          dayBefore={startedAt}
          hasVerdicts
        />
      )}
    </>
  )
}
