import { STATUS_CODES } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { HttpError, type Middleware } from 'koa'
import type { Log } from '../../log.ts'
import { createEarlyAnswer } from '../early-answer.ts'

/** The one place that turns an error into an answer: a status and its standard words, nothing of the error. */
export function answerErrors({ log }: { log: Log }): Middleware {
  const answerEarly = createEarlyAnswer()
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
      const words = STATUS_CODES[status] ?? 'Error'
      ctx.body = words
      // The connection is not used again: what is left of a body is not read, and nobody holds one open who has
      // not shown a proof.
      ctx.set('Connection', 'close')
      // A request is handed over before what came with its head is parsed: mostly it is complete by then.
      if (!ctx.req.complete) await setImmediate()
      if (!ctx.req.complete) {
        ctx.respond = false
        answerEarly(ctx.req, ctx.res, words)
      }
    }
  }
}
