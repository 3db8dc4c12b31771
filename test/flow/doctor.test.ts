import { once } from 'node:events'
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CheckName, Finding } from '../../main/doctor/finding.ts'
import { payload } from '../myoperator/support.ts'
import { freePort } from '../support/desktop/free-port.ts'
import { entriesIn } from '../support/files.ts'
import { run } from '../support/program.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { openHere } from '../support/receiver.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'
import { tempFolder } from '../support/temp-folder.ts'

async function examine(dir: string): Promise<{ code: number | null; findings: Finding[]; stderr: string }> {
  const { code, stdout, stderr } = await run('doctor', '--data', dir, '--format', 'json')
  return { code, findings: JSON.parse(stdout) as Finding[], stderr }
}

function of(findings: Finding[], check: CheckName): Finding[] {
  return findings.filter((finding) => finding.check === check)
}

function levels(findings: Finding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ check, level }) => [check, level]))
}

/** Names and modes of everything, content and time of every file: looking changes none of it. */
function stateOf(dir: string) {
  return entriesIn(dir).map((entry) => {
    const path = join(dir, entry.path)
    return entry.isFolder
      ? entry
      : { ...entry, content: readFileSync(path, 'hex'), changedMs: statSync(path).mtimeMs }
  })
}

/** A whole call of both webhooks of v1, and one of v2. */
async function deliverCalls(serve: Serving): Promise<void> {
  for (const state of [1, 5, 6, 2]) {
    expect(await deliver(serve.url, form(inCallLog({ event: 1, call_state: state })))).toBe(204)
  }
  for (const body of [JSON.stringify(payload('v2-dial-begin')), JSON.stringify(payload('v2-summary'))]) {
    expect(await deliver(serve.url, body)).toBe(204)
  }
}

async function servedFolder(values: object = {}): Promise<string> {
  const dir = folderWith(undefined, { port: await freePort(), ...values })
  const serve = await startServe({ dir })
  await deliverCalls(serve)
  await serve.stop()
  return dir
}

describe('doctor of a healthy folder', () => {
  let dir: string
  beforeAll(async () => {
    dir = await servedFolder()
  }, 60_000)

  it('finds nothing that fails, though the app does not run, and says how the last calls came', async () => {
    const { code, findings, stderr } = await examine(dir)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(levels(findings)).toMatchObject({
      ...{ disk: 'ok', permissions: 'ok', settings: 'ok', app: 'warn', port: 'ok', proofs: 'ok' },
      ...{ 'way in': 'warn', journal: 'ok', 'call book': 'ok', clock: 'ok', uid: 'ok' },
    })
    expect(of(findings, 'calls').map(({ level }) => level)).toEqual(Array(7).fill('ok'))
    expect(of(findings, 'journal')[0]?.sentence).toContain('6 deliveries')
    expect(of(findings, 'call book')[0]?.sentence).toContain('2 calls')
  })

  it('prints a line for each, data on stdout and words on stderr', async () => {
    const { code, stdout, stderr } = await run('doctor', '--data', dir)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength((await examine(dir)).findings.length)
    for (const line of lines) expect(line).toMatch(/^(ok {2}|warn|fail) {2}[a-z ]+: .+\.$/)
    expect(stdout).not.toContain(proof[1])
  })

  it('changes nothing in the folder', async () => {
    const before = stateOf(dir)
    await run('doctor', '--data', dir)
    expect(stateOf(dir)).toEqual(before)
  })
})

describe('doctor beside a running app', () => {
  it('names it, its port, and that it answers at its public address', async () => {
    const port = await freePort()
    const dir = folderWith(undefined, {
      port,
      tunnel: { kind: 'own-url', url: `http://127.0.0.1:${port}` },
    })
    const serve = await startServe({ dir, port })
    await deliverCalls(serve)
    const { code, findings } = await examine(dir)
    expect(code).toBe(0)
    expect(of(findings, 'app')).toEqual([
      { check: 'app', level: 'ok', sentence: `ringtray serve (process ${serve.pid}) runs on this folder.` },
    ])
    expect(of(findings, 'port')[0]).toMatchObject({
      level: 'ok',
      sentence: expect.stringContaining(`${port}`),
    })
    expect(of(findings, 'way in')[0]?.level).toBe('ok')
    expect(of(findings, 'public address')).toEqual([
      {
        check: 'public address',
        level: 'ok',
        sentence: `Ringtray answers at http://127.0.0.1:${port}/webhook.`,
      },
    ])
    expect(await serve.stop()).toEqual({ code: 0, signal: null })
  })

  it('is not counted as somebody without the secret, and leaves its folder as it is', async () => {
    const port = await freePort()
    const dir = folderWith(undefined, {
      port,
      tunnel: { kind: 'own-url', url: `http://127.0.0.1:${port}` },
    })
    const { receiver } = await openHere(dir)
    onTestFinished(() => receiver.stop())
    const url = await receiver.listen('127.0.0.1', port)
    const before = stateOf(dir)
    const { findings } = await examine(dir)
    expect(of(findings, 'public address')[0]?.level).toBe('ok')
    expect(receiver.status().refused).toEqual({ count: 0, lastAt: null })
    expect(receiver.status().heardAt).toBeNull()
    expect(stateOf(dir)).toEqual(before)
    expect(await deliver(url, form(inCallLog()))).toBe(204)
  })

  it('says that something else answers at the public address', async () => {
    const stranger = createServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'),
      )
    })
    await once(stranger.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void stranger.close())
    const { port } = stranger.address() as AddressInfo
    const dir = folderWith(undefined, {
      port: await freePort(),
      tunnel: { kind: 'own-url', url: `http://127.0.0.1:${port}` },
    })
    const serve = await startServe({ dir })
    const { code, findings, stderr } = await examine(dir)
    expect(code).toBe(1)
    expect(stderr).toContain('1 of')
    expect(of(findings, 'public address')[0]).toMatchObject({
      level: 'fail',
      sentence: expect.stringContaining('something else answers (200)'),
    })
    await serve.stop()
  })

  it('says that nobody answers at the public address', async () => {
    const dir = folderWith(undefined, {
      port: await freePort(),
      tunnel: { kind: 'own-url', url: `http://127.0.0.1:${await freePort()}` },
    })
    const serve = await startServe({ dir })
    const { findings } = await examine(dir)
    expect(of(findings, 'public address')[0]).toMatchObject({ level: 'fail' })
    await serve.stop()
  })
})

describe('doctor of a folder that is not well', () => {
  it('names what others can read, and how to shut it', async () => {
    const dir = await servedFolder()
    chmodSync(join(dir, 'settings.json'), 0o644)
    chmodSync(join(dir, 'journal'), 0o750)
    const { code, findings } = await examine(dir)
    expect(code).toBe(1)
    const [found] = of(findings, 'permissions')
    expect(found?.level).toBe('fail')
    for (const text of ['settings.json (0644)', 'journal (0750)', `chmod -R go= '${dir}'`]) {
      expect(found?.sentence).toContain(text)
    }
  })

  it('names the program that holds the port', async () => {
    const server = createServer()
    await once(server.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { code, findings } = await examine(folderWith(undefined, { port }))
    expect(code).toBe(1)
    expect(of(findings, 'port')[0]).toMatchObject({
      level: 'fail',
      sentence: expect.stringMatching(new RegExp(`^Port ${port} is used by .+ End that program`)),
    })
  })

  it('says that the door is shut without a proof', async () => {
    const { code, findings } = await examine(folderWith({}, { port: await freePort() }))
    expect(code).toBe(1)
    expect(of(findings, 'proofs')[0]).toMatchObject({
      level: 'fail',
      sentence: expect.stringContaining('503'),
    })
  })

  it.each([
    ['short', { header: { name: 'x-token', value: 'hunter2' } }, /proofs\.header\.value .+ can be guessed/],
    [
      'one letter',
      { basic: { username: 'u', password: 'a'.repeat(40) } },
      /proofs\.basic\.password .+ guessed/,
    ],
    ['a header of proxies', { header: { name: 'Authorization', value: proof[1] } }, /header Authorization/],
    ['in the address', { query: { name: 'key', value: proof[1] } }, /logs/],
  ])('warns of a proof that is %s, and does not print it', async (_, proofs, sentence) => {
    const { code, findings } = await examine(folderWith(proofs, { port: await freePort() }))
    expect(code).toBe(0)
    expect(of(findings, 'proofs')[0]).toMatchObject({
      level: 'warn',
      sentence: expect.stringMatching(sentence),
    })
    expect(JSON.stringify(findings)).not.toMatch(/hunter2|aaaa|only-tests-know/)
  })

  it('reports a damaged journal and reads the rest of it', async () => {
    const dir = await servedFolder()
    const [name = ''] = readdirSync(join(dir, 'journal'))
    const path = join(dir, 'journal', name)
    const bytes = readFileSync(path)
    bytes[40] = (bytes[40] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const { code, findings } = await examine(dir)
    expect(code).toBe(1)
    expect(of(findings, 'journal')[0]).toMatchObject({
      level: 'fail',
      sentence: expect.stringContaining(name),
    })
    expect(of(findings, 'call book')[0]).toMatchObject({ level: 'ok' })
    expect(readFileSync(path)).toEqual(bytes)
  })

  it('reports a damaged page', async () => {
    const dir = await servedFolder()
    const [name = ''] = readdirSync(join(dir, 'pages'))
    writeFileSync(join(dir, 'pages', name), 'null')
    const { code, findings } = await examine(dir)
    expect(code).toBe(1)
    expect(of(findings, 'call book')[0]).toMatchObject({ level: 'fail' })
    expect(readFileSync(join(dir, 'pages', name), 'utf8')).toBe('null')
  })

  it('reports settings that cannot be read, and leaves them where they are', async () => {
    const dir = await servedFolder()
    writeFileSync(join(dir, 'settings.json'), '{"version": 1,')
    const { code, findings } = await examine(dir)
    expect(code).toBe(1)
    expect(of(findings, 'settings')).toMatchObject([{ level: 'fail' }])
    expect(readFileSync(join(dir, 'settings.json'), 'utf8')).toBe('{"version": 1,')
  })

  it('repeats what is wrong with the settings', async () => {
    const { code, findings } = await examine(folderWith(undefined, { port: -1, callsPerDay: 0 }))
    expect(of(findings, 'settings').map(({ level }) => level)).toEqual(['warn', 'warn'])
    expect(code).not.toBe(2)
  })

  it('says what the way in lacks', async () => {
    const tunnel = { kind: 'ssh', host: 'example.com', user: 'u', remotePort: 1, url: 'https://example.com' }
    const keyFile = join(tempFolder(), 'no-key')
    const dir = folderWith(undefined, { port: await freePort(), tunnel: { ...tunnel, keyFile } })
    const { code, findings } = await examine(dir)
    expect(code).toBe(1)
    expect(of(findings, 'way in')[0]).toMatchObject({ level: 'fail' })
    const ngrok = folderWith(undefined, { port: await freePort(), tunnel: { kind: 'ngrok' } })
    expect(of((await examine(ngrok)).findings, 'way in')[0]?.sentence).toContain('authtoken')
  })

  it('says that the clock was off, which boxes to change, and that calls come without uid', async () => {
    const dir = folderWith(undefined, { port: await freePort() })
    const serve = await startServe({ dir })
    const aheadMs = Date.now() + 600_000
    for (const number of [1, 2, 3]) {
      const created = new Date(aheadMs).toISOString().slice(0, 19).replace('T', ' ')
      const log = { clid_raw: `98230456${number}0`, call_state: 5, event: 1, created, call_time: created }
      const body = form(inCallLog({ ...log, uid: '', clid: `+91982304560${number}`, users: [] }))
      expect(await deliver(serve.url, body)).toBe(204)
    }
    expect(await deliver(serve.url, JSON.stringify(payload('whatsapp')))).toBe(204)
    await serve.stop()
    const { code, findings } = await examine(dir)
    expect(code).toBe(0)
    expect(of(findings, 'clock')[0]).toMatchObject({
      level: 'warn',
      sentence: expect.stringContaining('10 minutes behind'),
    })
    expect(of(findings, 'uid')[0]).toMatchObject({ level: 'warn', sentence: expect.stringContaining('3 of') })
    const warned = of(findings, 'calls').filter(({ level }) => level === 'warn')
    expect(warned.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining('Log criteria'),
      expect.stringContaining('No end seen yet'),
      expect.stringContaining('No time talked'),
      expect.stringContaining('Untick WhatsApp'),
    ])
  })

  it('says of a folder on which nothing was started what is missing, and makes nothing', async () => {
    const dir = tempFolder()
    const { code, findings } = await examine(dir)
    expect(code).toBe(0)
    expect(levels(findings)).toMatchObject({ settings: 'warn', journal: 'warn', app: 'warn' })
    expect(readdirSync(dir)).toEqual([])
  })

  it('fails with a sentence where there is no folder, and makes none', async () => {
    const parent = tempFolder()
    const missing = join(parent, 'missing')
    const { code, stdout, stderr } = await run('doctor', '--data', missing)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(missing)
    expect(readdirSync(parent)).toEqual([])
  })
})
