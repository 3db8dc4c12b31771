import { once } from 'node:events'
import { connect } from 'node:net'

export interface Request {
  url: string
  body: string
  header?: { name: string; value: string }
}

export interface Sent {
  /** When the first byte was handed to the system. */
  atMs: number
  /** Resolves once it is answered 204, and rejects where it is not. */
  answered: Promise<void>
}

/** Sends over a connection that stands already: what is measured begins with the request. */
export async function send({ url, body, header }: Request): Promise<Sent> {
  const { hostname, port, host, pathname } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'connection: close',
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(header ? [`${header.name}: ${header.value}`] : []),
  ]
  const answered = answerOf(socket)
  const atMs = performance.now()
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  return { atMs, answered }
}

async function answerOf(socket: AsyncIterable<Buffer>): Promise<void> {
  let answer = ''
  for await (const chunk of socket) answer += chunk.toString('latin1')
  if (!answer.startsWith('HTTP/1.1 204 ')) throw new Error(`Answered ${answer.slice(0, 40)}`)
}
