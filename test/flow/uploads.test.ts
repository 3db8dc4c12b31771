import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectNothingKept } from '../support/keeping.ts'
import { exchange, openRaw, type RawAnswer } from '../support/raw-http.ts'
import { type OpenedHere, openHere } from '../support/receiver.ts'
import { folderWith, proof } from '../support/settings.ts'

const uploads = 50
const size = 10 << 20
const mostRead = 128 << 10
const body = Buffer.alloc(size, 0x20)

const lengthLine = `Content-Length: ${size}`
const head = (...lines: string[]) => `POST /webhook HTTP/1.1\r\nHost: x\r\n${lines.join('\r\n')}\r\n\r\n`
const whole = Buffer.concat([Buffer.from(head(lengthLine)), body])

describe('50 uploads of 10 MB at once without a right proof', () => {
  let dir: string
  let opened: OpenedHere
  let port: number
  /** The server's ends of the connections: what they have read is what the server took. */
  let accepted: Socket[] = []
  const remember = (message: unknown) => {
    accepted.push((message as { socket: Socket }).socket)
  }

  beforeEach(async () => {
    accepted = []
    dir = folderWith()
    opened = await openHere(dir)
    port = Number(new URL(await opened.receiver.listen('127.0.0.1', 0)).port)
    subscribe('net.server.socket', remember)
  })
  afterEach(async () => {
    unsubscribe('net.server.socket', remember)
    await opened.receiver.stop()
  })

  it.each<[string, string[], sends: (send: (bytes: string | Buffer) => void, head: string) => void]>([
    ['in one go', [lengthLine], (send) => send(whole)],
    [
      'their head first',
      [lengthLine],
      (send, head) => {
        send(head)
        setImmediate(() => send(body))
      },
    ],
    [
      'with a wrong proof',
      [lengthLine, `${proof[0]}: wrong`],
      (send, head) => {
        send(head)
        send(body)
      },
    ],
    [
      'in chunks of an untold length',
      ['Transfer-Encoding: chunked'],
      (send, head) => {
        send(`${head}${size.toString(16)}\r\n`)
        send(body)
      },
    ],
    [
      'by clients that ask first and do not wait',
      [lengthLine, 'Expect: 100-continue'],
      (send, head) => {
        send(head)
        send(body)
      },
    ],
  ])('are answered 401 and closed before 128 KB of any are read: %s', async (_, lines, sends) => {
    const answers = await expectNothingKept(dir, () =>
      Promise.all(
        Array.from({ length: uploads }, (): Promise<RawAnswer> => {
          const { send, closed } = openRaw(port)
          sends(send, head(...lines))
          return closed
        }),
      ),
    )
    const plain = await exchange(port, { method: 'GET' })
    for (const answer of answers) expect(undated(answer)).toEqual(undated(plain))
    expect(plain).toMatchObject({ status: 401, interim: [], body: 'Unauthorized' })
    expect(accepted).toHaveLength(uploads + 1)
    for (const socket of accepted) {
      expect(socket.destroyed).toBe(true)
      expect(socket.bytesRead).toBeGreaterThan(0)
      expect(socket.bytesRead).toBeLessThanOrEqual(mostRead)
    }
  })

  it('are not read on where their parts are cut so that each read leaves a little room', async () => {
    const { send, closed } = openRaw(port)
    const read = () => accepted[0]?.bytesRead ?? 0
    for (const part of [head(lengthLine, `X-Long: ${'a'.repeat(15_000)}`), body.subarray(0, 65_000)]) {
      const before = read()
      send(part)
      await expect.poll(read, { interval: 5 }).toBeGreaterThan(before)
    }
    send(body)
    expect((await closed).status).toBe(401)
    expect(read()).toBeLessThanOrEqual(mostRead)
  })

  it('leave who is still sending the time to find the answer: no reset overtakes it', async () => {
    const { socket, send, until } = openRaw(port)
    const closedWith = once(socket, 'close')
    send(head('Content-Length: 2000'))
    await until((received) => received.endsWith('Unauthorized'))
    for (let part = 0; part < 20; part++) {
      send(body.subarray(0, 100))
      await expect.poll(() => socket.writableLength, { interval: 5 }).toBe(0)
    }
    const [hadError] = await closedWith
    expect(hadError).toBe(false)
    expect(accepted[0]?.bytesRead).toBeGreaterThan(2_000)
  })
})

function undated({ headers: { date: _, ...headers }, ...answer }: RawAnswer): object {
  return { ...answer, headers }
}
