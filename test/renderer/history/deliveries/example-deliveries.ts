import type { ArrivedDelivery } from '../../../../shared/kept-delivery.ts'

export function arrivedDelivery(changes: Partial<ArrivedDelivery> = {}): ArrivedDelivery {
  return {
    id: 'delivery-0',
    receivedAt: '2026-11-23T06:28:02.000Z',
    method: 'POST',
    verdict: 'unrecognised',
    reason: 'unknown-event',
    dialect: 'v2',
    callId: null,
    query: [],
    body: '{}',
    ...changes,
  }
}

export function arrivedDeliveries(count: number): ArrivedDelivery[] {
  return Array.from({ length: count }, (_, at) => arrivedDelivery({ id: `delivery-${at}` }))
}
