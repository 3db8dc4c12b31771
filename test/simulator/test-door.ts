import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Knock {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
  /** The peer's port: the same one means the same connection. */
  port: number
}

/** A real HTTP server that notes what comes in; closed when the test has finished. */
export async function openTestDoor(
  answer: (response: ServerResponse, knock: Knock) => void,
): Promise<{ url: string; knocks: Knock[]; close: () => Promise<void> }> {
  const knocks: Knock[] = []
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { method = '', url = '', headers, socket } = request
    const knock = { method, url, headers, body, port: socket.remotePort ?? 0 }
    knocks.push(knock)
    answer(response, knock)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`, knocks, close }
}
