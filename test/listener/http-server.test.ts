import { once } from 'node:events'
import { connect } from 'node:net'
import Koa from 'koa'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type HttpServer, startHttpServer } from '../../main/listener/http-server.ts'
import { openRaw } from '../support/raw-http.ts'

const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

describe('a connection', () => {
  let server: HttpServer
  let answer: Buffer | null

  beforeEach(async () => {
    // The clock of the sweeps alone: sockets and Node's own limits keep the real one.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    const app = new Koa()
    app.use((ctx) => {
      ctx.body = answer
    })
    answer = null
    server = await startHttpServer({ app, host: '127.0.0.1', port: 0 })
  })
  afterEach(async () => {
    await server.stop(0)
    vi.useRealTimers()
  })

  async function openAnswered() {
    const connection = openRaw(server.port)
    connection.send(request)
    await connection.until((received) => received.includes(' 204 '))
    return connection
  }

  it('that brings nothing but empty lines after its answer is closed', async () => {
    const { send, closed } = await openAnswered()
    for (let second = 0; second <= 71; second++) {
      send('\r\n')
      vi.advanceTimersByTime(1_000)
    }
    expect((await closed).status).toBe(204)
  })

  it('stays open as long as requests come, and for the pauses that a proxy makes', async () => {
    const { socket, send, until } = await openAnswered()
    for (let more = 2; more <= 4; more++) {
      vi.advanceTimersByTime(60_000)
      send(request)
      await until((received) => received.split(' 204 ').length === more + 1)
    }
    expect(socket.destroyed).toBe(false)
    socket.destroy()
  })

  it('on which nobody takes the answer is closed', async () => {
    answer = Buffer.alloc(64 << 20)
    const socket = connect(server.port, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(request)
    await once(socket, 'readable')
    vi.advanceTimersByTime(5_000)
    const closed = once(socket, 'close')
    socket.resume()
    await closed
    expect(socket.bytesRead).toBeLessThan(answer.length)
  })

  it('that expects something else than to continue is answered 417 and closed', async () => {
    const { send, closed } = openRaw(server.port)
    send(request.replace('\r\n\r\n', '\r\nExpect: tea\r\n\r\n'))
    expect(await closed).toMatchObject({ status: 417, headers: { connection: 'close' } })
  })
})
