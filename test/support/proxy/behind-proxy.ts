import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { describe, expect, it } from 'vitest'
import { createAsk } from '../../../main/hearing/diagnosis/ask.ts'
import { createDiagnose } from '../../../main/hearing/diagnosis/diagnose.ts'
import { probeParameter } from '../../../main/hearing/probe/probe-desk.ts'
import { webhookPath } from '../../../main/listener/webhook-app.ts'
import { dialects } from '../../../main/simulator/play.ts'
import { simulate } from '../../../main/simulator/simulate.ts'
import { stories } from '../../../main/simulator/stories/stories.ts'
import type { ProbeFinding } from '../../../shared/hearing.ts'
import { namesHere, standIns } from '../../flow/hearing/stand-ins.ts'
import { seededRandom } from '../../simulator/seeded-random.ts'
import type { Authority, Certificate } from '../certificate.ts'
import { expectNothingKept } from '../keeping.ts'
import { callsIn, deliveriesIn } from '../printed.ts'
import { deliver, form, inCallLog } from '../provider.ts'
import { type Serving, startServe } from '../serve.ts'
import { folderWith, proof } from '../settings.ts'
import { freePort } from '../sshd.ts'
import type { ProxyOptions, ProxyServer } from './proxy.ts'

export const header = { name: proof[0], value: proof[1] }
export const basic = { username: 'myoperator', password: 'a-password-of-tests' }
export const query = { name: 'key', value: 'a-key-that-only-tests-know' }
/** None may be written down by what stands in front. */
export const secrets = [header.value, basic.password, query.value]

export interface Behind {
  /** In front of `serve`, whose folder admits all three proofs. */
  proxy(): ProxyServer
  serve(): Serving
  start(options: ProxyOptions): Promise<ProxyServer>
  authority: Authority
  certificate: Certificate
}

/** What holds behind every proxy that the documents name. */
export function behindProxy({ proxy, serve, start, authority, certificate }: Behind): void {
  it.each(dialects)('hears a call in %s by HTTPS', async (dialect) => {
    const before = await callsIn(serve().dir)
    const playing = simulate({
      ...{ story: stories.answered, dialect, now: Date.now(), order: 'real', repeats: 0, speed: 0 },
      ...{ url: proxy().url, headers: [proof], random: seededRandom(dialects.indexOf(dialect) + 1) },
      wait: async () => {},
    })
    for await (const { status } of playing) expect(status).toBe(204)
    const known = before.map(({ id }) => id)
    const added = (await callsIn(serve().dir)).filter(({ id }) => !known.includes(id))
    expect(added).toMatchObject([{ outcome: 'connected', phase: 'ended' }])
  })

  it('admits each proof', async () => {
    const pair = Buffer.from(`${basic.username}:${basic.password}`).toString('base64')
    const body = form(inCallLog({ uid: 'n1.1596270949.100' }))
    const post = (url: string, headers: Record<string, string>) =>
      fetch(url, { method: 'POST', headers, body })
    const answers = [
      await post(proxy().url, { [header.name]: header.value }),
      await post(proxy().url, { authorization: `Basic ${pair}` }),
      await post(`${proxy().url}?${query.name}=${query.value}`, {}),
    ]
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
  })

  it('refuses a wrong proof in our words and keeps nothing', async () => {
    const answer = await expectNothingKept(serve().dir, () =>
      fetch(proxy().url, { method: 'POST', headers: { [header.name]: 'wrong' }, body: form(inCallLog()) }),
    )
    expect([answer.status, await answer.text()]).toEqual([401, 'Unauthorized'])
  })

  it('refuses long bodies, beyond what we read ourselves too, and keeps nothing', async () => {
    const send = (kilobytes: number) => deliver(proxy().url, 'x'.repeat(kilobytes * 1024))
    const statuses = await expectNothingKept(serve().dir, async () => [await send(129), await send(1_000)])
    expect(statuses).toEqual([413, 413])
    expect(
      await deliver(proxy().url, form(inCallLog({ uid: 'n1.1596270949.101', long: 'x'.repeat(120 * 1024) }))),
    ).toBe(204)
  })

  it('knows the path of the webhook and no other', async () => {
    const other = (path: string) => deliver(new URL(path, proxy().url).href, form(inCallLog()))
    expect([await other('/'), await other('/webhook/more'), await other('/hook')]).toEqual([404, 404, 404])
  })

  it('takes one delivery after the other on one connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority.cert })
    const isReused = []
    for (let count = 0; count < 3; count++) {
      const target = `${proxy().url}?${query.name}=${query.value}&caller_number=9711636496`
      const asked = request(target, { agent }).end()
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      await once(answer.resume(), 'close')
      expect(answer.statusCode).toBe(204)
      isReused.push(asked.reusedSocket)
    }
    agent.destroy()
    expect(isReused).toEqual([false, true, true])
  })

  it('answers 100 deliveries at once, and all of them are kept', async () => {
    const uids = Array.from({ length: 100 }, (_, index) => `n1.1596270949.${1_000 + index}`)
    const send = (uid: string) => deliver(proxy().url, form(inCallLog({ uid })))
    const statuses = await Promise.all(uids.map(send))
    expect(statuses).toEqual(uids.map(() => 204))
    const kept = (await callsIn(serve().dir)).map(({ id }) => id).filter((id) => uids.includes(id))
    expect(kept.sort()).toEqual(uids)
  })

  it('says 502 while Ringtray is gone, and what the provider then sends again counts once', async () => {
    const dir = folderWith()
    const first = await startServe({ dir })
    const front = await start({ to: first.port, certificate })
    const [kept, missed] = ['n1.1596270949.200', 'n1.1596270949.201'].map((uid) => form(inCallLog({ uid })))
    const send = async () => [await deliver(front.url, kept ?? ''), await deliver(front.url, missed ?? '')]
    expect(await deliver(front.url, kept ?? '')).toBe(204)
    await first.kill()
    expect(await send()).toEqual([502, 502])
    const second = await startServe({ dir, port: first.port })
    expect(await send()).toEqual([204, 204])
    await second.stop()
    await front.stop()
    const calls = await callsIn(dir)
    expect(calls.map(({ id }) => id).sort()).toEqual(['n1.1596270949.200', 'n1.1596270949.201'])
    expect(calls.map(({ events }) => events.length)).toEqual([1, 1])
    const verdicts = (await deliveriesIn(dir)).map(({ verdict }) => verdict)
    expect(verdicts.sort()).toEqual(['accepted', 'accepted', 'duplicate'])
  })

  describe('a probe', () => {
    const through = (options?: ProbeOptions) => probeThrough({ start, authority, certificate }, options)

    it('comes back in and proves the path, with a header of any name', async () => {
      for (const headerName of [header.name, 'x_company_secret', 'authorization']) {
        expect(await through({ headerName })).toMatchObject({ code: 'proven' })
      }
    })

    it('finds a proxy with nothing behind it', async () => {
      expect(await through({ leadsTo: 'nothing' })).toMatchObject({ code: 'tunnel-down' })
    })

    it('finds a proxy that leads to another Ringtray', async () => {
      expect(await through({ leadsTo: 'another' })).toMatchObject({ code: 'another-ringtray' })
    })
  })
}

interface ProbeOptions {
  headerName?: string
  leadsTo?: 'us' | 'another' | 'nothing'
  changes?: Record<string, string>
}

/** What a probe finds where this proxy, or one that leads elsewhere, is the public address. */
export async function probeThrough(
  { start, authority, certificate }: Pick<Behind, 'start' | 'authority' | 'certificate'>,
  { headerName = header.name, leadsTo = 'us', changes = {} }: ProbeOptions = {},
): Promise<ProbeFinding> {
  const here = standIns()
  const ringtray = await here.ringtray()
  const ports = {
    us: async () => ringtray.port,
    another: async () => (await here.ringtray()).port,
    nothing: freePort,
  }
  const front = await start({ to: await ports[leadsTo](), certificate, changes })
  const ask = createAsk({ lookup: namesHere('localhost'), ca: [authority.cert], patienceMs: 10_000 })
  const diagnose = createDiagnose({ desk: ringtray.desk, ask, plainPort: 1 })
  const localUrl = `http://127.0.0.1:${ringtray.port}${webhookPath}`
  const finding = await diagnose({ publicUrl: front.url, localUrl, headerName })
  await front.stop()
  await here.end()
  expect(front.written()).not.toContain(probeParameter)
  return finding
}
