import type { Middleware } from 'koa'
import { type ProbeDesk, probeParameter } from './probe-desk.ts'

export interface ProbeRouteOptions {
  /** The webhook's own: a proxy that passes on nothing else lets the probe through too. */
  path: string
  desk: Pick<ProbeDesk, 'accept'>
}

/**
 * Stands before the door. Our own probe is answered, once; any other gets the 404 of an unknown path. Nothing of
 * either is kept, and no body is read.
 */
export function probeRoute({ path, desk }: ProbeRouteOptions): Middleware {
  return function probeStep(ctx, next) {
    const token = ctx.path === path ? ctx.query[probeParameter] : undefined
    if (token === undefined) return next()
    const isAsked = ctx.method === 'GET' || ctx.method === 'POST'
    const answer = isAsked && typeof token === 'string' ? desk.accept(token, ctx.req) : null
    if (answer === null) return ctx.throw(404)
    ctx.set('Cache-Control', 'no-store')
    ctx.type = 'application/json'
    ctx.body = answer
  }
}
