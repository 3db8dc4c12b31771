import { STATUS_CODES } from 'node:http'
import { HttpError, type Middleware } from 'koa'
import type { Log } from '../../log.ts'

/** The one place that turns an error into an answer: a status and its standard words, nothing of the error. */
export function answerErrors({ log }: { log: Log }): Middleware {
  return async function answerErrorsStep(ctx, next) {
    try {
      await next()
      if (ctx.status === 404) ctx.throw(404)
    } catch (error) {
      const status = error instanceof HttpError ? error.status : 500
      if (status === 500) log.warn('listener.fault', 'A request could not be answered', error)
      if (error instanceof HttpError && error.headers) ctx.set(error.headers)
      ctx.status = status
      ctx.type = 'text/plain'
      ctx.body = STATUS_CODES[status] ?? 'Error'
      // The connection is not used again: what is left of a body is not read, and nobody holds one open who has
      // not shown a proof.
      ctx.set('Connection', 'close')
    }
  }
}
