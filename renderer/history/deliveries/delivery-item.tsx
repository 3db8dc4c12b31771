import type { ReactNode } from 'react'
import type { ArrivedDelivery } from '../../../shared/kept-delivery.ts'
import { useParts } from '../state/parts.ts'
import { BodyBlock } from './body-block.tsx'
import { formText, isInVain, reasonSentence, verdictWord } from './delivery-wording.ts'
import { QueryTable } from './query-table.tsx'

interface DeliveryItemProps {
  delivery: ArrivedDelivery
  /** Stands above where another day begins. */
  day: string | null
  hasVerdict: boolean
  children?: ReactNode
}

export function DeliveryItem({ delivery, day, hasVerdict, children }: DeliveryItemProps) {
  const { clock } = useParts()
  const { receivedAt, verdict, query, body } = delivery
  const time = clock.timeWithSeconds(receivedAt)
  const reason = reasonSentence(delivery.reason)
  return (
    <li className="delivery">
      {day !== null && <p className="delivery-day">{day}</p>}
      <p className="delivery-head">
        <time className="figures" dateTime={receivedAt}>
          {time}
        </time>{' '}
        <span className="delivery-form">{formText(delivery)}</span>{' '}
        {hasVerdict && (
          <span className={isInVain(verdict) ? 'delivery-verdict tone-ringing' : 'delivery-verdict'}>
            {verdictWord(verdict)}
          </span>
        )}
      </p>
      {reason !== null && <p className="delivery-reason">{reason}</p>}
      {query.length > 0 && <QueryTable query={query} />}
      {body !== '' && <BodyBlock text={body} label={`Body of the delivery at ${time}`} />}
      {children}
    </li>
  )
}
