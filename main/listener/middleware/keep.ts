import type { Middleware } from 'koa'
import type { Log } from '../../log.ts'
import type { RequestState } from '../webhook-app.ts'

/** What an authenticated request brought. */
export interface Arrival {
  method: 'GET' | 'POST'
  query: [name: string, value: string][]
  body: Buffer
  /** Proves that this Ringtray itself plays a pretend call; null on everything from outside. */
  pretendMark: string | null
  /** What it says in `Host`. */
  host: string | null
}

export const pretendMarkHeader = 'x-ringtray-pretend'

export interface KeepOptions {
  receive(arrival: Arrival): Promise<'kept' | 'unreadable'>
  log: Log
}

/** Answers when the arrival is on disk: 204, or 400 where nothing in it can be read. 503 asks for it again. */
export function keep({ receive, log }: KeepOptions): Middleware<RequestState> {
  return async function keepStep(ctx) {
    const { query, body } = ctx.state
    const method = ctx.method === 'GET' ? 'GET' : 'POST'
    const pretendMark = ctx.get(pretendMarkHeader) || null
    let outcome: 'kept' | 'unreadable'
    try {
      outcome = await receive({ method, query, body, pretendMark, host: ctx.get('host') || null })
    } catch (error) {
      log.warn('listener.not-kept', 'A delivery could not be kept and is asked for again', error)
      return ctx.throw(503, { headers: { 'Retry-After': '30' } })
    }
    if (outcome === 'unreadable') ctx.throw(400)
    ctx.status = 204
  }
}
