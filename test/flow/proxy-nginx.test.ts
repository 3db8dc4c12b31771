import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAuthority } from '../support/certificate.ts'
import { startLoad } from '../support/load.ts'
import { callsIn, deliveriesIn } from '../support/printed.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { basic, behindProxy, header, probeThrough, query, secrets } from '../support/proxy/behind-proxy.ts'
import { startNginx } from '../support/proxy/nginx.ts'
import { openTls } from '../support/proxy/open-tls.ts'
import type { ProxyServer } from '../support/proxy/proxy.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'
import { freePort } from '../support/sshd.ts'
import { tempFolder } from '../support/temp-folder.ts'

const authority = createAuthority()
const certificate = authority.certify('localhost')
// `fetch` asks for no other list; this process runs this file only.
setDefaultCACertificates([authority.cert])

let serve: Serving
let nginx: ProxyServer

beforeAll(async () => {
  serve = await startServe({ dir: folderWith({ header, basic, query }) })
  nginx = await startNginx({ to: serve.port, certificate })
})

afterAll(async () => {
  await nginx.stop()
  await serve.stop()
})

describe('Ringtray behind nginx', () => {
  behindProxy({ proxy: () => nginx, serve: () => serve, start: startNginx, authority, certificate })
})

describe('nginx', () => {
  it('drops no header for an underscore in its name, as it would by itself', async () => {
    const name = 'x_company_secret'
    const own = await startServe({ dir: folderWith({ header: { name, value: 'underscored' } }) })
    const front = await startNginx({ to: own.port, certificate })
    expect(await deliver(front.url, form(inCallLog()), { [name]: 'underscored' })).toBe(204)
    await front.stop()
    await own.stop()
    const off = { 'underscores_in_headers on;': 'underscores_in_headers off;' }
    const around = { start: startNginx, authority, certificate }
    const finding = await probeThrough(around, { headerName: name, changes: off })
    expect(finding).toMatchObject({ code: 'header-stripped' })
  })

  it('takes no body to the disk: the longest that it passes on finds our own 413', async () => {
    const answer = await fetch(nginx.url, { method: 'POST', headers: [proof], body: 'x'.repeat(256 * 1024) })
    expect([answer.status, await answer.text()]).toEqual([413, 'Payload Too Large'])
  })

  it('keeps slow clients to itself, and ends them', async () => {
    const head = 'POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n'
    // Ringtray answers a wrong proof before the body: no answer means that it has not heard of them.
    const slow = [`${head}x-ringtray-token: wrong\r\n\r\nhalf a body`, head]
    const clients = await Promise.all(
      Array.from({ length: 40 }, (_, index) => openTls(nginx, authority, slow[index % 2] ?? '')),
    )
    expect(await deliver(nginx.url, form(inCallLog({ uid: 'n1.1596270949.500' })))).toBe(204)
    expect(clients.map(({ received }) => received())).toEqual(clients.map(() => ''))
    const answers = await Promise.all(clients.map(({ closed }) => closed))
    for (const answer of answers) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })

  it('lets the probes of `serve` itself through, which keeps nothing of them', async () => {
    const port = await freePort()
    const front = await startNginx({ to: port, certificate })
    const authorityPath = join(tempFolder(), 'authority.pem')
    writeFileSync(authorityPath, authority.cert)
    const dir = folderWith({ header }, { tunnel: { kind: 'own-url', url: front.url } })
    const own = await startServe({ dir, port, variables: { NODE_EXTRA_CA_CERTS: authorityPath } })
    await own.until(({ stderr }) => /probe\.found .*\n/.test(stderr))
    expect(own.stderr()).toMatch(/probe\.found .*: proven$/m)
    // Deliveries are answered 204, what is no probe of ours 401 or 404.
    expect(front.written()).toMatch(/ POST \/webhook 200 /)
    expect(await deliveriesIn(dir)).toEqual([])
    await own.stop()
    await front.stop()
  })

  it('loses nothing that was acknowledged, though it is killed and stopped under load', async () => {
    const dir = folderWith()
    const own = await startServe({ dir })
    const front = await startNginx({ to: own.port, certificate })
    const acknowledged = new Set<string>()
    for (const end of [front.kill, front.stop, front.stop]) {
      const round = acknowledged.size
      const load = startLoad(front.url, {
        connections: 5,
        pauseMs: 5,
        uidOf: (number) => `n1.1596270949.${round}-${number}`,
      })
      await vi.waitUntil(() => load.acknowledged.size >= 50, { timeout: 15_000, interval: 5 })
      await end()
      await load.stop()
      for (const uid of load.acknowledged) acknowledged.add(uid)
      await front.start()
    }
    await front.stop()
    await own.stop()
    expect(acknowledged.size).toBeGreaterThanOrEqual(150)
    const kept = (await callsIn(dir)).map(({ id }) => id)
    expect([...acknowledged].filter((uid) => !kept.includes(uid))).toEqual([])
    expect(new Set(kept).size).toBe(kept.length)
  })

  it('writes down no secret and no number, whatever went wrong', async () => {
    const own = await startServe({ dir: folderWith({ query }) })
    const front = await startNginx({ to: own.port, certificate })
    const address = `${front.url}?${query.name}=${query.value}&caller_number=9711636496`
    expect((await fetch(address)).status).toBe(204)
    expect((await fetch(address, { method: 'POST', body: 'x'.repeat(300 * 1024) })).status).toBe(413)
    await own.kill()
    expect((await fetch(address)).status).toBe(502)
    await front.stop()
    expect(front.written()).toMatch(/^127\.0\.0\.1 \[.*\] GET \/webhook 204 /m)
    for (const secret of [...secrets, '9711636496']) expect(front.written()).not.toContain(secret)
  })
})
