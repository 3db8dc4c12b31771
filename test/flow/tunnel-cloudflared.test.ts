import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type CloudflaredStandIn, cloudflaredSays, makeCloudflared } from '../support/cloudflared.ts'
import { sendSignal } from '../support/sshd.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { isRunning, readRunning, runningPid, type SuperviseOptions, supervise } from '../support/tunnel.ts'

const { starting, registered, unregistered, configured, badToken, unauthorized, blocked, tooMany } =
  cloudflaredSays
const target = { host: '127.0.0.1', port: 7464 }
const token = 'eyJhIjoiNWFiNGU5Z'

async function tunnelBy(
  program: CloudflaredStandIn,
  options: Partial<SuperviseOptions> & { tokenFile?: string } = {},
) {
  const { tokenFile, dir = tempFolder(), secrets = { 'cloudflared.token': token } } = options
  const supervised = await supervise({ dir, secrets })
  const settings = {
    kind: 'cloudflared',
    url: 'https://calls.example.com',
    binary: program.path,
    ...(tokenFile !== undefined && { tokenFile }),
  } as const
  return { ...supervised, dir, start: () => supervised.supervisor.start(settings, target) }
}

describe('a tunnel by cloudflared', () => {
  it('is up with the first connection, and its token stands in no argument', async () => {
    const program = makeCloudflared()
    program.says([[...starting, registered(0), registered(1)]])
    const { start, until } = await tunnelBy(program)
    start()
    const { publicUrl } = await until(({ state }) => state === 'up')
    expect(publicUrl).toBe('https://calls.example.com/webhook')
    expect(program.lastStart()).toEqual({
      args: [
        'tunnel',
        '--no-autoupdate',
        '--metrics',
        '127.0.0.1:0',
        'run',
        '--url',
        'http://127.0.0.1:7464',
      ],
      token,
    })
  })

  it('takes the token from a file, and says which one it cannot read', async () => {
    const program = makeCloudflared()
    program.says([[registered(0)]])
    const tokenFile = join(tempFolder(), 'token')
    writeFileSync(tokenFile, `${token}\n`)
    const { start, until } = await tunnelBy(program, { tokenFile, secrets: {} })
    start()
    await until(({ state }) => state === 'up')
    expect(program.lastStart()?.token).toBe(token)

    const absent = await tunnelBy(program, { tokenFile: '/nowhere/token', secrets: {} })
    absent.start()
    expect((await absent.until(({ state }) => state === 'down')).sentence).toContain('/nowhere/token')
  })

  it('starts nothing without a token, and asks for it', async () => {
    const program = makeCloudflared()
    const { start, until } = await tunnelBy(program, { secrets: {} })
    start()
    expect(await until(({ state }) => state === 'down')).toMatchObject({ problem: 'no-secret' })
    expect(program.lastStart()).toBeNull()
  })

  it('is degraded only when the last connection is lost, and up again with the next', async () => {
    const program = makeCloudflared()
    const oneLost = [...unregistered(0), configured('http://localhost:8080')]
    program.says([[registered(0), registered(1)], oneLost, unregistered(1), [registered(2)]])
    const { start, until, told, dir } = await tunnelBy(program)
    start()
    await until(({ state }) => state === 'up')
    const pid = await runningPid(dir)
    sendSignal(pid, 'SIGUSR1')
    // What comes after the loss is heard, so the loss was, too.
    expect(await until(({ sentence }) => sentence.includes('8080'))).toMatchObject({ state: 'up' })
    sendSignal(pid, 'SIGUSR1')
    expect(await until(({ state }) => state === 'degraded')).toMatchObject({ problem: 'network' })
    sendSignal(pid, 'SIGUSR1')
    await until(({ state }) => state === 'up')
    expect(told.map(({ state }) => state)).not.toContain('down')
    expect(await runningPid(dir)).toBe(pid)
  })

  it.each([
    ['a token that is not valid', [badToken], 'bad-secret', 'is not valid'],
    ['a tunnel that was deleted', unauthorized, 'bad-secret', 'deleted'],
    ['a network that blocks it', blocked, 'network', 'port 7844'],
    ['an end without a word', [], 'program-failed', 'ended by itself'],
  ])('explains %s', async (_, lines, problem, words) => {
    const program = makeCloudflared()
    program.says([[...starting, ...lines]], { endsWith: 1 })
    const { start, until } = await tunnelBy(program)
    start()
    const status = await until(({ state }) => state === 'down')
    expect(status).toMatchObject({ problem })
    expect(status.sentence).toContain(words)
  })

  it('says what is wrong while cloudflared itself goes on trying', async () => {
    const program = makeCloudflared()
    program.says([[...starting, ...blocked]])
    const { start, until } = await tunnelBy(program)
    start()
    expect(await until(({ problem }) => problem === 'network')).toMatchObject({ state: 'starting' })
  })

  it('waits where Cloudflare asks to', async () => {
    const program = makeCloudflared()
    program.says([[...starting, tooMany]])
    const { start, until, dir } = await tunnelBy(program)
    start()
    expect(await until(({ state }) => state === 'limited')).toMatchObject({ problem: 'rate-limit' })
    await expect.poll(() => readRunning(dir)).toBeNull()
  })

  it('says where the dashboard sends requests instead', async () => {
    const program = makeCloudflared()
    program.says([
      [registered(0), configured('http://localhost:8080')],
      [configured('http://localhost:7464')],
    ])
    const { start, until, dir } = await tunnelBy(program)
    start()
    const { sentence } = await until(({ sentence }) => sentence.includes('8080'))
    expect(sentence).toContain('its service must be http://127.0.0.1:7464')
    sendSignal(await runningPid(dir), 'SIGUSR1')
    await until(({ state, sentence }) => state === 'up' && !sentence.includes('8080'))
  })

  it('tells a program that was never there from one that has vanished', async () => {
    const never = makeCloudflared()
    never.remove()
    const without = await tunnelBy(never)
    without.start()
    const missing = await without.until(({ state }) => state === 'down')
    expect(missing).toMatchObject({ problem: 'program-missing' })
    expect(missing.sentence).toContain('Ask your IT to install “cloudflared”')

    const program = makeCloudflared()
    program.says([[registered(0)]])
    const { start, until, supervisor, dir } = await tunnelBy(program)
    start()
    await until(({ state }) => state === 'up')
    await supervisor.stop()
    program.remove()
    const later = await tunnelBy(program, { dir })
    later.start()
    const removed = await later.until(({ state }) => state === 'down')
    expect(removed).toMatchObject({ problem: 'program-removed' })
    expect(removed.sentence).toContain('An antivirus program may have removed it')
    expect(removed.sentence).toContain(program.path)
  })

  it('is gone within 5 s of a stop although it does not want to', async () => {
    const program = makeCloudflared()
    program.says([[registered(0)]], { ignoresTerm: true })
    const { start, until, supervisor, dir } = await tunnelBy(program)
    start()
    await until(({ state }) => state === 'up')
    const pid = await runningPid(dir)
    const beganMs = Date.now()
    await supervisor.stop()
    expect(Date.now() - beganMs).toBeLessThan(5_000)
    expect(isRunning(pid)).toBe(false)
  })
})
