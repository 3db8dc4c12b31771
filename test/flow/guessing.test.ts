import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesHolding } from '../support/files.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { exchange, type RawAnswer } from '../support/raw-http.ts'
import { type OpenedHere, openHere } from '../support/receiver.ts'
import { folderWith, proof } from '../support/settings.ts'

const wrongOnes = 1_000
const atOnce = 20
const guess = 'S3cret-guess'

/** What a guesser would add to look like somebody else each time. */
const disguises = (number: number) => {
  const address = `203.0.${number >> 8}.${number & 255}`
  return [
    [],
    [`X-Forwarded-For: ${address}`],
    [`X-Forwarded-For: 127.0.0.1, ${address}`, `X-Real-IP: ${address}`],
    [`Forwarded: for=${address};proto=https`, `CF-Connecting-IP: ${address}`],
  ][number % 4] as string[]
}

describe('a guesser', () => {
  let dir: string
  let opened: OpenedHere
  let url: string
  const refusals: RawAnswer[] = []
  const honest: number[] = []

  beforeAll(async () => {
    dir = folderWith()
    opened = await openHere(dir)
    url = await opened.receiver.listen('127.0.0.1', 0)
    const port = Number(new URL(url).port)
    let last = 0
    const guessOn = async () => {
      for (let number = ++last; number <= wrongOnes; number = ++last) {
        const headers = [`${proof[0]}: ${guess}-${number}`, ...disguises(number)]
        refusals.push(await exchange(port, { headers, body: form(inCallLog({ uid: `guess.${number}` })) }))
        if (number % 10 === 0) {
          honest.push(await deliver(url, form(inCallLog({ uid: `honest.${number}` }))))
        }
      }
    }
    await Promise.all(Array.from({ length: atOnce }, guessOn))
  })
  afterAll(() => opened.receiver.stop())

  const withStatus = (wanted: number) => refusals.filter(({ status }) => status === wanted)

  it('is told 401 at first and 429 with Retry-After beyond the limit, whatever address it claims', () => {
    expect(refusals).toHaveLength(wrongOnes)
    expect(withStatus(401).length + withStatus(429).length).toBe(wrongOnes)
    expect(withStatus(401).length).toBeGreaterThanOrEqual(200)
    // However slow this machine is, a minute gives no more than this back.
    expect(withStatus(401).length).toBeLessThanOrEqual(260)
    for (const { headers } of withStatus(429)) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  })

  it('cannot tell one refusal from another, and is let go after each', () => {
    for (const status of [401, 429]) {
      const seen = withStatus(status).map(({ headers: { date: _, ...headers }, body }) => ({ headers, body }))
      expect(new Set(seen.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(seen[0]?.headers.connection).toBe('close')
    }
  })

  it('keeps no right proof out', () => {
    expect(honest).toEqual(Array.from({ length: wrongOnes / 10 }, () => 204))
  })

  it('is counted, and leaves nothing on the disk or in the log', async () => {
    expect(opened.receiver.status().refused.count).toBe(wrongOnes)
    await expect.poll(() => filesHolding(dir, 'honest.1000')).not.toEqual([])
    for (const text of [guess, 'guess.1', '203.0.']) expect(filesHolding(dir, text)).toEqual([])
    expect(opened.said()).not.toMatch(/guess|203\.0/)
  })
})
