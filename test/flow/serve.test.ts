import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { entriesIn } from '../support/files.ts'
import { callsIn, keptIn } from '../support/printed.ts'
import { run, startProgram } from '../support/program.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { openRaw, type RawConnection } from '../support/raw-http.ts'
import { startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('the first line', () => {
  it('says where to deliver and the name of the header, and nothing else is ever on stdout', async () => {
    const serve = await startServe()
    expect(JSON.parse(serve.readyLine)).toEqual({
      ready: true,
      url: `http://127.0.0.1:${serve.port}/webhook`,
      header: { name: 'x-ringtray-token' },
    })
    expect(serve.port).toBeGreaterThan(0)
    expect(await deliver(serve.url, form(inCallLog()))).toBe(401)
    expect(await serve.stop()).toEqual({ code: 0, signal: null })
    expect(serve.stdout()).toBe(`${serve.readyLine}\n`)
  })

  it('shows the token where it is asked for, and that token opens the door', async () => {
    const serve = await startServe({ args: ['--show-token'] })
    const { header } = JSON.parse(serve.readyLine) as { header: { name: string; value: string } }
    const settings = JSON.parse(readFileSync(join(serve.dir, 'settings.json'), 'utf8'))
    expect(header).toEqual({ name: 'x-ringtray-token', value: settings.proofs.header.value })
    expect(await deliver(serve.url, form(inCallLog()), { [header.name]: header.value })).toBe(204)
    await serve.stop()
  })

  it('comes when connections are accepted: the delivery sent at once is kept', async () => {
    const serve = await startServe({ dir: folderWith() })
    expect(await deliver(serve.url, form(inCallLog()))).toBe(204)
    expect(await callsIn(serve.dir)).toHaveLength(1)
    await serve.stop()
  })

  it('keeps to words on stderr, in which stand neither secrets nor numbers nor bodies', async () => {
    const serve = await startServe({ dir: folderWith() })
    await deliver(serve.url, form(inCallLog()))
    await deliver(serve.url, 'no object at all, from 9711636496')
    await deliver(serve.url, form(inCallLog()), { [proof[0]]: 'wrong-proof-of-9711636496' })
    await serve.stop()
    expect(serve.stdout()).toBe(`${serve.readyLine}\n`)
    expect(serve.stderr()).not.toBe('')
    for (const secret of [proof[1], '9711636496', '8586848544', 'wrong-proof', 'no object at all']) {
      expect(serve.stderr()).not.toContain(secret)
    }
  })
})

describe('a supervisor that reads no words any more', () => {
  it('costs no delivery: the program goes on, and ends as ever', async () => {
    const serve = await startServe({ dir: folderWith(), isUnheard: true })
    for (let index = 0; index < 5; index++) {
      expect(await deliver(serve.url, form(inCallLog({ uid: `n1.1596270949.${index}` })))).toBe(204)
    }
    expect(await serve.stop()).toEqual({ code: 0, signal: null })
    expect(await callsIn(serve.dir)).toHaveLength(5)
  })
})

describe('a new folder', () => {
  it.each(['000', '022', '077'])(
    'is private under umask %s, also after traffic and a second start',
    async (umask) => {
      const dir = join(tempFolder(), 'not', 'there', 'yet')
      for (const uid of ['n1.1596270949.1', 'n1.1596270949.2']) {
        const serve = await startServe({ dir, umask, args: ['--show-token'] })
        const { header } = JSON.parse(serve.readyLine)
        await deliver(serve.url, form(inCallLog({ uid })), { [header.name]: header.value })
        expectPrivate(dir)
        expect((await serve.stop()).code).toBe(0)
        expectPrivate(dir)
      }
      expect(await callsIn(dir)).toHaveLength(2)
    },
  )

  it('gets a random token of 256 bits, another one for every folder', async () => {
    const tokens = await Promise.all(
      [tempFolder(), tempFolder()].map(async (dir) => {
        const serve = await startServe({ dir })
        await serve.stop()
        const { version, proofs } = JSON.parse(readFileSync(join(dir, 'settings.json'), 'utf8'))
        expect(version).toBe(1)
        expect(proofs).toMatchObject({ basic: null, query: null })
        return proofs.header.value as string
      }),
    )
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(new Set(tokens).size).toBe(2)
  })
})

describe('SIGTERM', () => {
  it('lets the requests in flight be answered, exits 0, and their calls are there', async () => {
    const serve = await startServe({ dir: folderWith() })
    const uids = Array.from({ length: 6 }, (_, index) => `n1.1596270949.${index}`)
    const requests = await Promise.all(uids.map((uid) => openInFlight(serve.port, form(inCallLog({ uid })))))
    serve.child.kill('SIGTERM')
    await untilRefused(serve.port)
    for (const { finish } of requests) finish()
    const answers = await Promise.all(requests.map(({ connection }) => connection.closed))
    expect(answers.map(({ status }) => status)).toEqual(uids.map(() => 204))
    expect(await serve.ended).toEqual({ code: 0, signal: null })
    expect((await callsIn(serve.dir)).map(({ uid }) => uid).sort()).toEqual(uids)
  })

  it('does not wait for a client that never finishes, and keeps nothing of it', async () => {
    const serve = await startServe({ dir: folderWith() })
    await deliver(serve.url, form(inCallLog()))
    const before = await keptIn(serve.dir)
    const { connection } = await openInFlight(serve.port, form(inCallLog({ uid: 'n1.1596270949.9' })))
    expect(await serve.stop()).toEqual({ code: 0, signal: null })
    expect((await connection.closed).status).not.toBe(204)
    expect(await keptIn(serve.dir)).toEqual(before)
  })

  it.each(['SIGINT', 'SIGHUP'] as const)('ends as well at %s', async (signal) => {
    const serve = await startServe({ dir: folderWith() })
    await deliver(serve.url, form(inCallLog()))
    serve.child.kill(signal)
    expect(await serve.ended).toEqual({ code: 0, signal: null })
    expect(await callsIn(serve.dir)).toHaveLength(1)
  })
})

describe('a port that is taken', () => {
  it('is a sentence that names the holder, and exit 1; the folder is free again', async () => {
    const holder = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void holder.close())
    const { port } = holder.address() as AddressInfo
    const dir = folderWith()
    const ended = await run('serve', '--data', dir, '--port', String(port))
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toContain(`Port ${port} is used by`)
    expect(ended.stderr).toContain(systemTells(port) ? `process ${process.pid}` : 'another program')
    const serve = await startServe({ dir })
    expect((await serve.stop()).code).toBe(0)
  })
})

describe('a folder that is in use', () => {
  it('is refused with the name of its holder, who goes on undisturbed', async () => {
    const first = await startServe({ dir: folderWith() })
    await deliver(first.url, form(inCallLog()))
    const before = await keptIn(first.dir)
    const second = await run('serve', '--data', first.dir, '--port', '0')
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr).toContain(`ringtray serve (process ${first.pid})`)
    expect(second.stderr).toContain(first.dir)
    expect(await keptIn(first.dir)).toEqual(before)
    expect(await deliver(first.url, form(inCallLog({ uid: 'n1.1596270949.2' })))).toBe(204)
    expect((await first.stop()).code).toBe(0)
    expect(await callsIn(first.dir)).toHaveLength(2)
  })

  it('is waited for where its holder is ending', async () => {
    const first = await startServe({ dir: folderWith() })
    await deliver(first.url, form(inCallLog()))
    // A request that is never finished holds the first one back for as long as it may.
    await openInFlight(first.port, form(inCallLog({ uid: 'n1.1596270949.9' })))
    first.child.kill('SIGTERM')
    const second = await startServe({ dir: first.dir })
    expect((await first.ended).code).toBe(0)
    expect(await deliver(second.url, form(inCallLog({ uid: 'n1.1596270949.2' })))).toBe(204)
    expect((await second.stop()).code).toBe(0)
    expect(await callsIn(first.dir)).toHaveLength(2)
  })

  it('is free at once when its holder was killed', async () => {
    const first = await startServe({ dir: folderWith() })
    await first.kill()
    const second = await startServe({ dir: first.dir })
    expect((await second.stop()).code).toBe(0)
  })
})

describe('misuse', () => {
  it.each([
    ['no command'],
    ['an unknown command', 'server'],
    ['an unknown option', 'serve', '--prot', '1'],
    ['an option without its value', 'serve', '--port'],
    ['a port that is no number', 'serve', '--port', 'ring'],
    ['a port beyond the last', 'serve', '--port', '65536'],
    ['a port below the first', 'serve', '--port', '-1'],
    ['an empty port', 'serve', '--port', ''],
    ['a stray word', 'serve', 'now'],
    ['an unknown format', 'calls', '--format', 'xml'],
    ['a time that is none', 'calls', '--since', 'yesterday'],
    ['a format of another command', 'deliveries', '--format', 'csv'],
    ['an unknown scenario', 'simulate', '--scenario', 'lunch'],
    ['an unknown dialect', 'simulate', '--dialect', 'v3'],
    ['two doors', 'simulate', '--url', 'http://127.0.0.1:1/webhook'],
    ['a header without a colon', 'simulate', '--url', 'http://127.0.0.1:1/', '--header', 'token'],
  ])('is %s: exit 2, words on stderr, nothing made', async (name, ...args) => {
    const dir = join(tempFolder(), 'data')
    const takesData = args.length > 0 && args[0] !== 'server' && name !== 'a header without a colon'
    const ended = await run(...args, ...(takesData ? ['--data', dir] : []))
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toMatch(/\w+ \w+/)
    expect(ended.stderr).not.toMatch(/\n {4}at /)
    expect(existsSync(dir)).toBe(false)
  })

  it('is not to ask for help: usage on stdout, exit 0', async () => {
    const program = startProgram(['--help'])
    expect((await program.ended).code).toBe(0)
    for (const command of ['serve', 'calls', 'deliveries', 'simulate']) {
      expect(program.stdout()).toContain(`ringtray ${command}`)
    }
  })
})

function expectPrivate(dir: string) {
  for (const { path, isFolder, mode } of entriesIn(dir)) {
    expect({ path, mode }).toEqual({ path, mode: isFolder ? '700' : '600' })
  }
}

/** A request whose head the server has taken, and whose body waits for `finish`. */
async function openInFlight(
  port: number,
  body: string,
): Promise<{ connection: RawConnection; finish(): void }> {
  const connection = openRaw(port)
  const head = [
    'POST /webhook HTTP/1.1',
    'Host: 127.0.0.1',
    `${proof[0]}: ${proof[1]}`,
    'Expect: 100-continue',
  ]
  connection.send(`${[...head, 'Connection: close', `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n`)
  await connection.until((received) => received.startsWith('HTTP/1.1 100'))
  connection.send(body.slice(0, 10))
  return { connection, finish: () => connection.send(body.slice(10)) }
}

/** Resolves when nobody accepts connections at that port any more. */
async function untilRefused(port: number): Promise<void> {
  for (;;) {
    const isRefused = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.once('connect', () => resolve(false))
      socket.once('error', () => resolve(true))
      socket.once('close', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (isRefused) return
  }
}

function systemTells(port: number): boolean {
  const asked = process.platform === 'linux' ? ['ss', '-Hltnp', `sport = :${port}`] : ['lsof', '-v']
  return spawnSync(asked[0] ?? '', asked.slice(1), { encoding: 'utf8' }).stdout?.includes('pid=') ?? false
}
