import type { Middleware } from 'koa'
import bodyParser from 'koa-bodyparser'
import { errorCode } from '../../errors.ts'
import type { RequestState } from '../webhook-app.ts'

const maxBodyBytes = 128 * 1024

/**
 * The body's exact bytes, inflated and at most 128 KB. koa-bodyparser reads them as text of one byte per
 * character; what they mean is decided elsewhere, by what they are and not by what they are called.
 */
export function readBody(): Middleware<RequestState> {
  const options: bodyParser.Options & { encoding: string } = {
    enableTypes: ['text'],
    textLimit: `${maxBodyBytes}b`,
    // An option of the reader below koa-bodyparser, which passes it on.
    encoding: 'binary',
    onerror(error, ctx) {
      ctx.throw(bodyErrorStatus(error))
    },
  }
  const parser = bodyParser(options)
  return async function readBodyStep(ctx, next) {
    ctx.req.headers['content-type'] = 'text/plain'
    // Node asked us before it let the client send (`checkContinue`); the proof was right.
    if (ctx.req.headers.expect !== undefined) ctx.res.writeContinue()
    await parser(ctx, async () => {
      const { rawBody } = ctx.request
      ctx.state.body = Buffer.from(typeof rawBody === 'string' ? rawBody : '', 'binary')
      await next()
    })
  }
}

/** Errors of raw-body carry the body itself, and those of zlib no status: only the number leaves. */
function bodyErrorStatus(error: Error): number {
  if ('status' in error && (error.status === 413 || error.status === 415)) return error.status
  // zlib's are `Z_…`, brotli's `ERR__ERROR_…`.
  const isOurs = !('status' in error) && !/^(Z_|ERR__ERROR_)/.test(errorCode(error) ?? '')
  return isOurs ? 500 : 400
}
