import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import type { ArrivedDelivery } from '../../../shared/kept-delivery.ts'
import { CopyButton } from '../copy-button.tsx'
import { DeliveryList } from '../deliveries/delivery-list.tsx'
import { ReadingFailure } from '../deliveries/reading-failure.tsx'
import { useParts } from '../state/parts.ts'
import { InterpretAgain } from './interpret-again.tsx'
import {
  isWorthReporting,
  listedSentence,
  maskedReportSentence,
  meaningSentences,
} from './not-understood-wording.ts'

interface NotUnderstoodPaneProps {
  count: number
  now: number
  onBack(): void
}

/** In place of the call: what arrived and gave none. */
export function NotUnderstoodPane({ count, now, onBack }: NotUnderstoodPaneProps) {
  const { notUnderstood } = useParts()
  const { reading, again } = useSyncExternalStore(notUnderstood.subscribe, notUnderstood.view)
  const titleId = useId()
  const titleRef = useRef<HTMLHeadingElement>(null)
  const deliveries = reading.answer

  useEffect(() => {
    notUnderstood.open()
    return notUnderstood.close
  }, [notUnderstood])
  useEffect(() => titleRef.current?.focus(), [])

  function onKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'Escape') onBack()
  }

  return (
    // A click on its words keeps the focus here, and with it Escape.
    <aside
      className="detail"
      tabIndex={-1}
      aria-labelledby={titleId}
      aria-busy={reading.state === 'loading'}
      onKeyDown={onKeyDown}
    >
      <div className="pane-back">
        <button type="button" className="button button-quiet" onClick={onBack}>
          <span aria-hidden="true">‹ </span>Back
        </button>
      </div>
      <div className="detail-body">
        <h2 className="pane-title" id={titleId} ref={titleRef} tabIndex={-1}>
          Not understood
        </h2>
        {deliveries !== null &&
          meaningSentences(deliveries).map((sentence) => <p key={sentence}>{sentence}</p>)}
        <InterpretAgain again={again} onInterpretAgain={() => void notUnderstood.interpretAgain()} />
        {reading.reason !== null && (
          <ReadingFailure reason={reading.reason} isOld={deliveries !== null} onRetry={notUnderstood.retry} />
        )}
        {deliveries === null ? (
          reading.state === 'loading' && <p className="pane-hint late">Reading what arrived …</p>
        ) : (
          <Listed deliveries={deliveries} count={count} now={now} />
        )}
      </div>
    </aside>
  )
}

function Listed({ deliveries, count, now }: { deliveries: ArrivedDelivery[]; count: number; now: number }) {
  const { clock } = useParts()
  const listed = listedSentence(deliveries.length, count)
  if (deliveries.length === 0) return <p className="pane-hint">Everything that is kept is understood.</p>
  return (
    <>
      {deliveries.some(isWorthReporting) && <p className="pane-hint">{maskedReportSentence}</p>}
      {listed !== null && <p className="pane-hint">{listed}</p>}
      <DeliveryList
        label="Deliveries not understood, newest first"
        deliveries={deliveries}
        now={now}
        dayBefore={null}
        hasVerdicts={false}
        actions={(delivery) =>
          isWorthReporting(delivery) && (
            <CopyButton
              label="Copy masked report"
              what={`of the delivery at ${clock.timeWithSeconds(delivery.receivedAt)}`}
              request={{ what: 'maskedReport', deliveryId: delivery.id }}
            />
          )
        }
      />
    </>
  )
}
