import { once } from 'node:events'
import { connect } from 'node:net'
import type { Door } from './door.ts'

/**
 * Deliveries per second over so many connections, one at a time on each. Every answer must be 204. Speaks HTTP over
 * bare sockets: with two cores a client that costs more than the server would be what is measured.
 */
export async function sendLoad(door: Door, bodies: string[], connections: number): Promise<number> {
  const requests = bodies.map((body) => formatRequest(door, body))
  let next = 0
  const startedMs = performance.now()
  await Promise.all(Array.from({ length: connections }, () => sendOver(door, () => requests[next++])))
  return bodies.length / ((performance.now() - startedMs) / 1_000)
}

const answerEnds = '\r\n\r\n'

async function sendOver({ url }: Door, take: () => Buffer | undefined): Promise<void> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  await new Promise<void>((resolve, reject) => {
    let answer = ''
    const sendNext = () => {
      const request = take()
      if (request === undefined) resolve()
      else socket.write(request)
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      if (!answer.endsWith(answerEnds)) return
      if (!answer.startsWith('HTTP/1.1 204 ')) reject(new Error(`Answered ${answer.slice(0, 40)}`))
      answer = ''
      sendNext()
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('The connection was closed')))
    sendNext()
  })
  socket.destroy()
}

function formatRequest({ url, header }: Door, body: string): Buffer {
  const { host, pathname } = new URL(url)
  const lines = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/x-www-form-urlencoded',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(header ? [`${header.name}: ${header.value}`] : []),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
