import type { ReactNode } from 'react'
import type { ArrivedDelivery } from '../../../shared/kept-delivery.ts'
import { useParts } from '../state/parts.ts'
import { DeliveryItem } from './delivery-item.tsx'
import { dayAbove } from './delivery-wording.ts'
import { useGrowing } from './use-growing.ts'

interface DeliveryListProps {
  label: string
  deliveries: ArrivedDelivery[]
  now: number
  /** The day that stands above the list already, by any of its instants. */
  dayBefore: string | null
  /** False where the list as a whole says what became of them. */
  hasVerdicts: boolean
  /** What can be done with a delivery. */
  actions?(delivery: ArrivedDelivery): ReactNode
}

export function DeliveryList({ label, deliveries, now, dayBefore, hasVerdicts, actions }: DeliveryListProps) {
  const { clock } = useParts()
  const drawn = useGrowing(deliveries.length)
  return (
    <ol className="deliveries" aria-label={label}>
      {deliveries.slice(0, drawn).map((delivery, at) => (
        <DeliveryItem
          key={delivery.id}
          delivery={delivery}
          day={dayAbove(deliveries, at, { clock, nowMs: now, dayBefore })}
          hasVerdict={hasVerdicts}
        >
          {actions?.(delivery)}
        </DeliveryItem>
      ))}
    </ol>
  )
}
