import type { Middleware } from 'koa'

/** MyOperator sends GET and POST. HEAD and OPTIONS (a browser's CORS question) learn and leave nothing. */
export function onlyGetAndPost(): Middleware {
  return function onlyGetAndPostStep(ctx, next) {
    if (ctx.method === 'GET' || ctx.method === 'POST') return next()
    return ctx.throw(405, { headers: { Allow: 'GET, POST' } })
  }
}
