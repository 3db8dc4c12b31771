import type { Middleware } from 'koa'
import type { Proofs } from '../../../shared/settings.ts'
import { parseQuery } from '../../myoperator/delivery.ts'
import { createProofFinder } from '../proofs.ts'
import type { RequestState } from '../webhook-app.ts'

export interface AuthenticateOptions {
  proofs(): Proofs
  onRefused(): void
  now(): number
}

/**
 * Lets a request on that carries one of the configured proofs, before a byte of its body is read. Every
 * refusal is the same 401: it tells neither which proofs there are nor what was wrong. What goes on has
 * the query proof's parameter taken out, so that no secret reaches the disk.
 */
export function authenticate({ proofs, onRefused, now }: AuthenticateOptions): Middleware<RequestState> {
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
      ctx.throw(401)
    }
    const secret = configured.query?.name
    ctx.state.query = query.length === 0 ? query : query.filter(([name]) => name !== secret)
    return next()
  }
}
