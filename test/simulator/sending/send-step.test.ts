import { describe, expect, it } from 'vitest'
import { SpokenError } from '../../../main/errors.ts'
import { explainFailure } from '../../../main/simulator/sending/explain-failure.ts'
import { sendStep } from '../../../main/simulator/sending/send-step.ts'
import { jsonStep, type Step } from '../../../main/simulator/step.ts'
import { openTestDoor } from '../test-door.ts'

const step = jsonStep(0, { hello: 'world' })

describe('sendStep', () => {
  it('tells that nobody listens', async () => {
    const door = await openTestDoor((response) => response.end())
    await door.close()
    const sent = await sendStep(step, { url: door.url, headers: [] })
    expect(sent).toMatchObject({ status: null, fault: 'ECONNREFUSED' })
    expect(explainFailure(sent, door.url)).toMatch(/^Nobody listens at http:.*not delivered\. Start Ringtray/)
  })

  it('tells that an answer did not come in time', async () => {
    const door = await openTestDoor(() => {})
    const sent = await sendStep(step, { url: door.url, headers: [], timeoutMs: 20 })
    expect(sent).toMatchObject({ status: null, fault: 'timeout' })
    expect(explainFailure(sent, door.url)).toContain('did not answer in time')
  })

  it('tells that the connection broke', async () => {
    const door = await openTestDoor((response) => response.destroy())
    const sent = await sendStep(step, { url: door.url, headers: [] })
    expect(sent.status).toBeNull()
    expect(explainFailure(sent, door.url)).toContain(`broke (${sent.fault})`)
  })

  it('does not follow a redirect with the secret in its hand', async () => {
    const elsewhere = await openTestDoor((response) => response.end())
    const door = await openTestDoor((response) => response.writeHead(302, { location: elsewhere.url }).end())
    const sent = await sendStep(step, { url: door.url, headers: [['x-ringtray-token', 'a']] })
    expect(sent.status).toBe(302)
    expect(elsewhere.knocks).toEqual([])
  })

  it('keeps the parameters of the address, and adds the step’s own with their + intact', async () => {
    const door = await openTestDoor((response) => response.end())
    const get: Step = {
      afterMs: 0,
      method: 'GET',
      query: [['caller_number', '+91 9']],
      contentType: null,
      body: '',
    }
    await sendStep(get, { url: `${door.url}?proof=1`, headers: [] })
    expect(door.knocks[0]?.url).toBe('/webhook?proof=1&caller_number=%2B91+9')
  })

  it('sends user and password of the address as Basic', async () => {
    const door = await openTestDoor((response) => response.end())
    await sendStep(step, { url: door.url.replace('//', '//admin:12%2F456@'), headers: [] })
    expect(door.knocks[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('admin:12/456').toString('base64')}`,
    )
  })

  it.each([
    ['a broken header', { url: 'http://127.0.0.1:1/', headers: [['x-ringtray-token', 'sec\nret']] }],
    ['a broken header name', { url: 'http://127.0.0.1:1/', headers: [['sec ret', 'a']] }],
    ['no address', { url: 'sec ret', headers: [] }],
    ['another protocol', { url: 'ftp://sec:ret@127.0.0.1/', headers: [] }],
  ] as [string, { url: string; headers: [string, string][] }][])(
    'refuses %s in words that repeat none of it',
    async (_, target) => {
      const error = await sendStep(step, target).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(SpokenError)
      expect(String(error)).not.toMatch(/sec\s?:?ret/)
      expect(error).not.toHaveProperty('cause')
    },
  )
})

describe('explainFailure', () => {
  it.each([
    [401, /secret .* Nothing was stored\. Give the header/],
    [503, /no secret .* or its disk .* Nothing was stored\. Run `ringtray doctor`/],
    [404, /takes no webhooks there \(404\)/],
    [500, /did not take the call \(500\)/],
  ])('says of %s what happened, what it means and what to do', (status, words) => {
    expect(explainFailure({ status, fault: null }, 'http://127.0.0.1:7464/webhook')).toMatch(words)
  })

  it.each([200, 204])('has nothing to say about %s', (status) => {
    expect(explainFailure({ status, fault: null }, 'http://127.0.0.1:7464/webhook')).toBeNull()
  })

  it('shows no secret that stands in the address', () => {
    const words = explainFailure(
      { status: 401, fault: null },
      'http://u:secret1@127.0.0.1/webhook?key=secret2',
    )
    expect(words).toContain('http://127.0.0.1/webhook')
    expect(words).not.toMatch(/secret[12]/)
  })
})
