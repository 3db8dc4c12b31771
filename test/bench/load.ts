import autocannon from 'autocannon'
import type { Door } from './door.ts'

/** So many deliveries per second over so many connections, one at a time on each. Every answer must be 204. */
export async function sendLoad(door: Door, bodies: string[], connections: number): Promise<number> {
  let next = 0
  const startedMs = performance.now()
  const result = await autocannon({
    url: door.url,
    connections,
    amount: bodies.length,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(door.header && { [door.header.name]: door.header.value }),
    },
    requests: [{ setupRequest: (request) => ({ ...request, body: bodies[next++] ?? '' }) }],
  })
  if (result['2xx'] !== bodies.length)
    throw new Error(`${result['2xx']} of ${bodies.length} were answered 2xx`)
  return bodies.length / ((performance.now() - startedMs) / 1_000)
}
