import { setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAuthority } from '../support/certificate.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { basic, behindProxy, header, query, secrets } from '../support/proxy/behind-proxy.ts'
import { startCaddy } from '../support/proxy/caddy.ts'
import { openTls } from '../support/proxy/open-tls.ts'
import type { ProxyServer } from '../support/proxy/proxy.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'

const authority = createAuthority()
const certificate = authority.certify('localhost')
// `fetch` asks for no other list; this process runs this file only.
setDefaultCACertificates([authority.cert])

let serve: Serving
let caddy: ProxyServer

beforeAll(async () => {
  serve = await startServe({ dir: folderWith({ header, basic, query }) })
  caddy = await startCaddy({ to: serve.port, certificate })
})

afterAll(async () => {
  await caddy.stop()
  await serve.stop()
})

describe('Ringtray behind Caddy', () => {
  behindProxy({ proxy: () => caddy, serve: () => serve, start: startCaddy, authority, certificate })
})

describe('Caddy', () => {
  it('leaves slow clients to Ringtray, and all are ended', async () => {
    const head = 'POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n'
    const slow = [`${head}${proof.join(': ')}\r\n\r\nhalf a body`, head]
    const clients = await Promise.all(
      Array.from({ length: 40 }, (_, index) => openTls(caddy, authority, slow[index % 2] ?? '')),
    )
    expect(await deliver(caddy.url, form(inCallLog({ uid: 'n1.1596270949.500' })))).toBe(204)
    for (const answer of await Promise.all(clients.map(({ closed }) => closed))) {
      expect(answer).toMatch(/^(HTTP\/1\.1 (408|502) |$)/)
    }
  })

  it('writes down no secret and no number, whatever went wrong', async () => {
    const own = await startServe({ dir: folderWith({ header, query }) })
    const front = await startCaddy({ to: own.port, certificate })
    const address = `${front.url}?${query.name}=${query.value}&caller_number=9711636496`
    const post = (kilobytes: number) =>
      fetch(address, { method: 'POST', headers: [proof], body: 'x'.repeat(kilobytes * 1024) })
    expect((await fetch(address)).status).toBe(204)
    expect((await post(300)).status).toBe(413)
    await own.kill()
    expect((await post(1)).status).toBe(502)
    await front.stop()
    expect(front.written()).toContain('connection refused')
    for (const secret of [...secrets, '9711636496']) expect(front.written()).not.toContain(secret)
  })
})
