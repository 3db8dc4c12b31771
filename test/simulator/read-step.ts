import type { Step } from '../../main/simulator/step.ts'

// biome-ignore lint/suspicious/noExplicitAny: what a test reads here is outside text by nature.
export type Payload = Record<string, any>

/** What a receiver that knows nothing of the simulator finds in a delivery. */
export function readStep(step: Step): Payload {
  if (step.method === 'GET') return Object.fromEntries(step.query)
  if (step.contentType === 'application/json') return JSON.parse(step.body)
  const fields = new URLSearchParams(step.body)
  if ([...fields.keys()].join() !== 'myoperator') throw new Error(`Not one field but ${[...fields.keys()]}`)
  return JSON.parse(fields.get('myoperator') ?? '')
}
