import afterCall from '../../payloads/after-call.json' with { type: 'json' }

export interface AfterCallOptions {
  uid: string
  /** Ten digits. */
  number: string
  name: string
  startedMs: number
}

/** The log of a call that was answered and is over: the only delivery that tells a customer's name. */
export function afterCallLog({ uid, number, name, startedMs }: AfterCallOptions): object {
  const start = Math.floor(startedMs / 1_000)
  return {
    ...afterCall,
    _ai: `ai${uid}`,
    _cr: number,
    _cl: `+91${number}`,
    _cm: name,
    _st: start,
    _ms: start * 1_000,
    _et: start + 39,
    _ts: start + 38,
    _pm: [{ ky: 'ui', vl: uid }],
    _ld: [],
  }
}
