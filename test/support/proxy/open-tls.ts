import { once } from 'node:events'
import { connect } from 'node:tls'
import type { Authority } from '../certificate.ts'
import type { ProxyServer } from './proxy.ts'

/** A client that sends so many bytes and then waits. */
export interface SilentClient {
  /** What has come so far, a character per byte. */
  received(): string
  /** Resolves with all that came, when the server has closed the connection. */
  closed: Promise<string>
}

export async function openTls(
  { port }: Pick<ProxyServer, 'port'>,
  { cert }: Pick<Authority, 'cert'>,
  bytes: string,
): Promise<SilentClient> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: cert })
  let received = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text
  })
  // A reset is an end too.
  socket.on('error', () => {})
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(received))
  })
  await once(socket, 'secureConnect')
  socket.write(bytes)
  return { received: () => received, closed }
}
