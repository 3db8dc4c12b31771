import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** The way to a server on this computer, as a router with a short memory has it. */
export interface ForgetfulNetwork {
  port: number
  /** The server loses every connection that stands; nobody tells this side of it. */
  forget(): void
}

export async function startForgetfulNetwork(serverPort: number): Promise<ForgetfulNetwork> {
  const pairs = new Map<Socket, Socket>()
  const server = createServer((near) => {
    const far = connect(serverPort, '127.0.0.1')
    pairs.set(near, far)
    near.pipe(far).pipe(near)
    const part = () => {
      if (!pairs.delete(near)) return
      near.destroy()
      far.destroy()
    }
    for (const end of [near, far]) end.on('close', part).on('error', () => {})
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const silenced: Socket[] = []
  afterAll(() => {
    server.close()
    for (const socket of [...pairs.keys(), ...silenced]) socket.destroy()
  })
  return {
    port: (server.address() as AddressInfo).port,
    forget() {
      for (const [near, far] of pairs) {
        pairs.delete(near)
        silenced.push(near)
        far.unpipe(near)
        near.unpipe(far)
        far.destroy()
        // Whatever it says from now on is taken, and nothing comes back.
        near.resume()
      }
    },
  }
}
