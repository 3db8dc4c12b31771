import type { Middleware } from 'koa'
import type { Proofs } from '../../../shared/settings.ts'
import { parseQuery } from '../../myoperator/delivery.ts'
import type { GuessLimit } from '../guess-limit.ts'
import { createProofFinder } from '../proofs.ts'
import type { RequestState } from '../webhook-app.ts'

export interface AuthenticateOptions {
  proofs(): Proofs
  guessLimit: GuessLimit
  onRefused(): void
  now(): number
}

/** In seconds. Nobody with a right proof is ever asked to wait. */
const retryAfter = '60'

/**
 * Lets a request on that carries one of the configured proofs, before a byte of its body is read. Every
 * refusal is the same 401, and beyond the limit the same 429: it tells neither which proofs there are nor what was
 * wrong. What goes on has the query proof's parameter taken out, so that no secret reaches the disk.
 */
export function authenticate({
  proofs,
  guessLimit,
  onRefused,
  now,
}: AuthenticateOptions): Middleware<RequestState> {
  let configured = proofs()
  let findProof = createProofFinder(configured)
  return function authenticateStep(ctx, next) {
    if (configured !== proofs()) {
      configured = proofs()
      findProof = createProofFinder(configured)
    }
    const query = ctx.querystring === '' ? [] : parseQuery(ctx.querystring)
    if (findProof(ctx.req, query, now()) === null) {
      onRefused()
      if (!guessLimit.allowOne()) ctx.throw(429, { headers: { 'Retry-After': retryAfter } })
      ctx.throw(401)
    }
    const secret = configured.query?.name
    ctx.state.query = query.length === 0 ? query : query.filter(([name]) => name !== secret)
    return next()
  }
}
