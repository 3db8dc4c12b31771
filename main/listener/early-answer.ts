import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request of which the body is still coming, and closes; its headers are set. */
export type EarlyAnswer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** To find the answer in. Closed at once, the rest of the body would be met by a reset, which can overtake it. */
const noticeMs = 1_000
/** Each holds what one read took of its body: a few megabytes in all. Whoever comes beyond that is closed at once. */
const mostWaiting = 64

/**
 * Nothing more of the body is read. Ended in Node's way, the response would have it read on, to throw it away, until
 * the connection is closed.
 */
export function createEarlyAnswer(): EarlyAnswer {
  let waiting = 0

  return (request, response, body) => {
    const close = () => request.socket.destroy()
    response.flushHeaders()
    response.write(body, () => {
      if (request.socket.destroyed || waiting >= mostWaiting) return close()
      waiting++
      const notice = setTimeout(close, noticeMs)
      request.socket.once('close', () => {
        waiting--
        clearTimeout(notice)
      })
    })
  }
}
