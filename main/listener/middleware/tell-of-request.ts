import type { Middleware } from 'koa'

/** Those who carry our requests count them, whatever becomes of them. */
export function tellOfRequest({ onRequest }: { onRequest(): void }): Middleware {
  return function tellOfRequestStep(_ctx, next) {
    onRequest()
    return next()
  }
}
