import type { Middleware } from 'koa'
import type { Proofs } from '../../../shared/settings.ts'
import { hasProof } from '../proofs.ts'

/** Shut by default: with no proof configured nobody can be told from a stranger. */
export function shutWithoutProof({ proofs }: { proofs(): Proofs }): Middleware {
  return function shutWithoutProofStep(ctx, next) {
    if (!hasProof(proofs())) ctx.throw(503, { headers: { 'Retry-After': '60' } })
    return next()
  }
}
