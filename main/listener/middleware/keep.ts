import type { Middleware } from 'koa'
import type { RequestState } from '../webhook-app.ts'

/** What an authenticated request brought. */
export interface Arrival {
  method: 'GET' | 'POST'
  query: [name: string, value: string][]
  body: Buffer
  /** Proves that this Ringtray itself plays a pretend call; null on everything from outside. */
  pretendMark: string | null
}

export const pretendMarkHeader = 'x-ringtray-pretend'

/** Answers when the arrival is on disk: 204, or 400 where nothing in it can be read. 503 asks for it again. */
export function keep({
  receive,
}: {
  receive(arrival: Arrival): Promise<'kept' | 'unreadable'>
}): Middleware<RequestState> {
  return async function keepStep(ctx) {
    const { query, body } = ctx.state
    const method = ctx.method === 'GET' ? 'GET' : 'POST'
    const pretendMark = ctx.get(pretendMarkHeader) || null
    let outcome: 'kept' | 'unreadable'
    try {
      outcome = await receive({ method, query, body, pretendMark })
    } catch {
      // Whoever keeps it has said why it could not be kept.
      return ctx.throw(503, { headers: { 'Retry-After': '30' } })
    }
    if (outcome === 'unreadable') ctx.throw(400)
    ctx.status = 204
  }
}
