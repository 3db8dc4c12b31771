import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { curlCommand, welcomeLines } from '../../main/desktop/welcome.ts'
import { defaultSettings, type Proofs, type Settings } from '../../shared/settings.ts'

const run = promisify(execFile)

function withProofs(proofs: Partial<Proofs>): Settings {
  return { ...defaultSettings, proofs: { ...defaultSettings.proofs, ...proofs } }
}

const header = { name: 'x-ringtray-token', value: `it's "quoted" $HOME` }

/** Runs a pasted line in a real shell against a real server, and gives back what arrived. */
async function paste(settings: Settings) {
  const arrived: { url: string; headers: NodeJS.Dict<string | string[]>; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    arrived.push({ url: request.url ?? '', headers: request.headers, body })
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
  const { stdout } = await run('sh', ['-c', curlCommand(url, settings)])
  await new Promise((resolve) => server.close(resolve))
  const [first] = arrived
  const log = JSON.parse(new URLSearchParams(first?.body).get('myoperator') ?? '{}')
  return { stdout, url: first?.url, headers: first?.headers, log }
}

describe('what the terminal is told', () => {
  it('has the call to try on a line of its own that begins with curl', () => {
    const lines = welcomeLines('http://127.0.0.1:7464/webhook', withProofs({ header }))
    expect(lines.filter((line) => line.startsWith('curl '))).toHaveLength(1)
    expect(lines.join('\n').split('\n')).toHaveLength(lines.length)
  })

  it('rings now when it is pasted, whatever the secret holds', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { stdout, headers, log } = await paste(withProofs({ header }))
    expect(stdout).toBe('204\n')
    expect(headers?.['x-ringtray-token']).toBe(header.value)
    expect(log).toMatchObject({ call_state: '5', event: '1', clid: '+919823045678' })
    expect(Number(log.uid.split('.')[1])).toBeGreaterThanOrEqual(before)
    expect(Date.parse(`${log.created.replace(' ', 'T')}Z`) / 1000).toBeGreaterThanOrEqual(before)
  })

  it('proves itself by Basic or query where that is what is configured', async () => {
    const basic = await paste(withProofs({ basic: { username: 'a', password: 'b:c' } }))
    expect(basic.headers?.authorization).toBe(`Basic ${btoa('a:b:c')}`)
    const query = await paste(withProofs({ query: { name: 'key', value: 'a b&c' } }))
    expect(new URLSearchParams(query.url?.split('?')[1]).get('key')).toBe('a b&c')
  })
})
