/** One delivery of a played call. */
export interface Step {
  /** Since the start of the call, in story time: whoever sends it divides by the speed. */
  afterMs: number
  method: 'GET' | 'POST'
  query: [name: string, value: string][]
  /** null where there is no body. */
  contentType: string | null
  body: string
}

/** Every number in [0, 1), like `Math.random`. */
export type Random = () => number

export function jsonStep(afterMs: number, payload: object): Step {
  return {
    afterMs,
    method: 'POST',
    query: [],
    contentType: 'application/json',
    body: JSON.stringify(payload),
  }
}

export function formStep(afterMs: number, payload: object): Step {
  return {
    afterMs,
    method: 'POST',
    query: [],
    contentType: 'application/x-www-form-urlencoded',
    body: `myoperator=${encodeURIComponent(JSON.stringify(payload))}`,
  }
}
