import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createSshProvider } from '../../main/tunnel/providers/ssh.ts'
import type { SshSettings } from '../../shared/tunnel.ts'
import { callsIn } from '../support/printed.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith } from '../support/settings.ts'
import { freePort, type Sshd, sendSignal, startSshd } from '../support/sshd.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { isRunning, readRunning, runningPid, type Supervised, supervise } from '../support/tunnel.ts'

/** A silent server is given up after two seconds instead of 45. */
const ssh = createSshProvider({ connectSeconds: 5, aliveSeconds: 1, aliveCount: 2 })

let serve: Serving
let sshd: Sshd
beforeAll(async () => {
  serve = await startServe({ dir: folderWith() })
  sshd = await startSshd()
})

interface Tunneled extends Supervised {
  dir: string
  settings: SshSettings
  start(): void
  /** Delivers one call at the far end; resolves with the status. */
  deliverThere(uid: string): Promise<number>
}

async function tunnelTo(far: Sshd, changes: Partial<SshSettings> = {}): Promise<Tunneled> {
  const dir = tempFolder()
  const settings: SshSettings = {
    kind: 'ssh',
    host: '127.0.0.1',
    user: far.user,
    port: far.port,
    remotePort: await freePort(),
    url: 'https://calls.example.com',
    keyFile: far.keyFile,
    ...changes,
  }
  const supervised = await supervise({ dir, providers: { ssh } })
  return {
    ...supervised,
    dir,
    settings,
    start: () => supervised.supervisor.start(settings, { host: '127.0.0.1', port: serve.port }),
    deliverThere: (uid) =>
      deliver(`http://127.0.0.1:${settings.remotePort}/webhook`, form(inCallLog({ uid }))),
  }
}

const isUp = ({ state }: { state: string }) => state === 'up'

describe('a tunnel by SSH', () => {
  it('lets in at the far end what comes out as a call', async () => {
    const { start, until, deliverThere, told, dir } = await tunnelTo(sshd)
    start()
    expect(await until(isUp)).toMatchObject({
      kind: 'ssh',
      publicUrl: 'https://calls.example.com/webhook',
      problem: null,
    })
    expect(told.map(({ state }) => state)).toEqual(['starting', 'up'])
    expect(await deliverThere('n1.1596270949.1')).toBe(204)
    expect((await callsIn(serve.dir)).map(({ uid }) => uid)).toContain('n1.1596270949.1')
    expect(readFileSync(join(dir, 'known_hosts'), 'utf8')).toContain('ssh-ed25519')
  })

  it('comes back when the server’s session is killed', async () => {
    const { start, until, deliverThere } = await tunnelTo(sshd)
    start()
    await until(isUp)
    for (const pid of await sshd.sessions()) sendSignal(pid, 'SIGKILL')
    await until(({ state }) => state === 'down')
    await until(isUp)
    expect(await deliverThere('n1.1596270949.2')).toBe(204)
  })

  it('comes back when ssh itself is killed', async () => {
    const { start, until, deliverThere, dir } = await tunnelTo(sshd)
    start()
    await until(isUp)
    const pid = await runningPid(dir)
    sendSignal(pid, 'SIGKILL')
    await until(({ state }) => state === 'down')
    await until(isUp)
    expect(await runningPid(dir)).not.toBe(pid)
    expect(await deliverThere('n1.1596270949.3')).toBe(204)
  })

  it('notices a server that has fallen silent, and comes back when it wakes', async () => {
    const far = await startSshd()
    const { start, until, deliverThere } = await tunnelTo(far)
    start()
    await until(isUp)
    const sessions = await far.sessions()
    for (const pid of sessions) sendSignal(pid, 'SIGSTOP')
    expect(await until(({ state }) => state === 'down')).toMatchObject({ problem: 'no-answer' })
    // The sleeping session still holds the port that the next one asks for.
    await until(({ problem }) => problem === 'port-taken')
    for (const pid of sessions) sendSignal(pid, 'SIGCONT')
    await until(isUp)
    expect(await deliverThere('n1.1596270949.4')).toBe(204)
  })

  it('waits for a server that is gone, and refuses it with another key', async () => {
    const far = await startSshd()
    const { start, until, deliverThere, dir } = await tunnelTo(far)
    start()
    await until(isUp)
    await far.kill()
    await until(({ problem }) => problem === 'refused')
    await far.restart({ newHostKey: true })
    const { sentence } = await until(({ problem }) => problem === 'host-key-changed')
    expect(sentence).toContain('somebody is between it and you')
    expect(sentence).toContain(join(dir, 'known_hosts'))
    await expect(deliverThere('n1.1596270949.5')).rejects.toThrow()
  })

  it('says which port is taken, and takes it once it is free', async () => {
    const { start, until, settings } = await tunnelTo(sshd)
    const other = createServer().listen(settings.remotePort, '127.0.0.1')
    onTestFinished(() => void other.close())
    start()
    const { sentence } = await until(({ problem }) => problem === 'port-taken')
    expect(sentence).toContain(`Port ${settings.remotePort} on 127.0.0.1 is taken`)
    other.close()
    await until(isUp)
  })

  it('says the same of a server that forbids forwarding', async () => {
    const { start, until } = await tunnelTo(await startSshd({ forwarding: false }))
    start()
    const { sentence } = await until(({ problem }) => problem === 'port-taken')
    expect(sentence).toContain('AllowTcpForwarding')
  })

  it('says which key is not let in, and which file is none', async () => {
    const { keyFile } = await startSshd()
    const stranger = await tunnelTo(sshd, { keyFile })
    stranger.start()
    expect((await stranger.until(({ problem }) => problem === 'bad-secret')).sentence).toContain(keyFile)
    const absent = await tunnelTo(sshd, { keyFile: '/nowhere/key' })
    absent.start()
    expect((await absent.until(({ problem }) => problem === 'key-file')).sentence).toContain('/nowhere/key')
  })

  it.each(['SIGCONT', 'SIGSTOP'] as const)('is gone within 5 s of a stop, after a %s too', async (signal) => {
    const { start, until, supervisor, deliverThere, dir } = await tunnelTo(sshd)
    start()
    await until(isUp)
    const pid = await runningPid(dir)
    sendSignal(pid, signal)
    const beganMs = Date.now()
    await supervisor.stop()
    expect(Date.now() - beganMs).toBeLessThan(5_000)
    expect(isRunning(pid)).toBe(false)
    expect(supervisor.status()).toMatchObject({ state: 'stopped', publicUrl: null })
    expect(readRunning(dir)).toBeNull()
    await expect(deliverThere('n1.1596270949.6')).rejects.toThrow()
  })

  it('does not take callers that our own listener refused for the reason of a later end', async () => {
    const { supervisor, settings, until, deliverThere } = await tunnelTo(sshd)
    supervisor.start(settings, { host: '127.0.0.1', port: await freePort() })
    await until(isUp)
    await expect(deliverThere('n1.1596270949.8')).rejects.toThrow()
    for (const pid of await sshd.sessions()) sendSignal(pid, 'SIGKILL')
    expect(await until(({ state }) => state === 'down')).toMatchObject({ problem: 'ended' })
  })

  it('is opened anew by a restart, after sleep', async () => {
    const { start, until, supervisor, deliverThere, dir } = await tunnelTo(sshd)
    start()
    await until(isUp)
    const pid = await runningPid(dir)
    supervisor.restart()
    await until(({ state }) => state === 'starting')
    await until(isUp)
    expect(isRunning(pid)).toBe(false)
    expect(await deliverThere('n1.1596270949.7')).toBe(204)
  })
})
