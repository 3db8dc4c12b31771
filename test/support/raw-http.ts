import { connect, type Socket } from 'node:net'

export interface RawAnswer {
  /** The final one; 0 where the connection ended without any. */
  status: number
  /** 1xx answers that came before it. */
  interim: number[]
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** An HTTP client that sends what it is told and nothing else. */
export interface RawConnection {
  socket: Socket
  send(bytes: string | Buffer): void
  /** What has come so far, a character per byte. */
  received(): string
  /** Resolves when what has come so far passes. */
  until(passes: (received: string) => boolean): Promise<void>
  /** Resolves when the server has closed the connection. */
  closed: Promise<RawAnswer>
}

export function openRaw(port: number): RawConnection {
  const socket = connect({ port, host: '127.0.0.1' })
  const chunks: Buffer[] = []
  const received = () => Buffer.concat(chunks).toString('latin1')
  socket.on('data', (chunk) => chunks.push(chunk))
  // A server that closes on us while we send: what it answered before that is what counts.
  socket.on('error', () => {})
  const closed = new Promise<RawAnswer>((resolve) => {
    socket.once('close', () => resolve(parseAnswer(received())))
  })
  return {
    socket,
    send: (bytes) => void socket.write(bytes),
    received,
    until: (passes) =>
      new Promise((resolve, reject) => {
        const look = () => passes(received()) && resolve()
        socket.on('data', look)
        socket.once('close', () => reject(new Error(`Closed after ${JSON.stringify(received())}`)))
        look()
      }),
    closed,
  }
}

/** One request on a connection of its own. */
export function exchange(port: number, request: RawRequest): Promise<RawAnswer> {
  const connection = openRaw(port)
  connection.send(formatRequest(request))
  return connection.closed
}

export interface RawRequest {
  method?: string
  target?: string
  /** As they go over the wire, one line each, a byte per character; a body's length is added. */
  headers?: string[]
  body?: string | Buffer
}

export function formatRequest({
  method = 'POST',
  target = '/webhook',
  headers = [],
  body,
}: RawRequest): Buffer {
  const bytes = body === undefined ? null : Buffer.from(body as string)
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    ...headers,
    ...(bytes === null ? [] : [`Content-Length: ${bytes.length}`]),
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes ?? Buffer.alloc(0)])
}

function parseAnswer(text: string): RawAnswer {
  const interim: number[] = []
  let rest = text
  for (;;) {
    const headEnd = rest.indexOf('\r\n\r\n')
    const [statusLine = '', ...lines] = rest.slice(0, Math.max(0, headEnd)).split('\r\n')
    const status = Number(statusLine.split(' ')[1] ?? 0)
    rest = headEnd === -1 ? '' : rest.slice(headEnd + 4)
    if (status >= 100 && status < 200) {
      interim.push(status)
      continue
    }
    const headers = Object.fromEntries(
      lines.map((line) => [
        line.split(':')[0]?.toLowerCase() ?? '',
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    )
    return { status, interim, headers, body: rest }
  }
}
