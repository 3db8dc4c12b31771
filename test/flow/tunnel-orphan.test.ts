import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { openChildren } from '../../main/tunnel/child/children.ts'
import { identifyProcess } from '../../main/tunnel/child/process-identity.ts'
import { cloudflaredSays, makeCloudflared } from '../support/cloudflared.ts'
import { silentLog } from '../support/printed.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { isRunning, readRunning, runningPid } from '../support/tunnel.ts'

const runTunnelPath = fileURLToPath(new URL('../support/run-tunnel.ts', import.meta.url))

it.each([{ ignoresTerm: false }, { ignoresTerm: true }])(
  'a Ringtray that was killed leaves its tunnel to the next one, which ends it: %o',
  async (options) => {
    const dir = tempFolder()
    const program = makeCloudflared()
    program.says([[cloudflaredSays.registered(0)]], options)
    const ringtray = fork(runTunnelPath, [dir, program.path])
    await untilUp(ringtray)
    const pid = await runningPid(dir)
    ringtray.kill('SIGKILL')
    await once(ringtray, 'exit')
    expect(isRunning(pid)).toBe(true)

    const children = await openChildren({ dir, log: silentLog })
    expect(await identifyProcess(pid)).toBeNull()
    expect(readRunning(dir)).toBeNull()
    expect(children.lastPath('cloudflared')).toBe(program.path)
  },
)

it('ends nobody else who has got the same number since', async () => {
  const dir = tempFolder()
  const stranger = spawn('sleep', ['60'])
  onTestFinished(() => void stranger.kill())
  await once(stranger, 'spawn')
  const running = { pid: stranger.pid, identity: 'of-another-time' }
  writeFileSync(join(dir, 'tunnel.json'), JSON.stringify({ running, paths: {} }))
  await openChildren({ dir, log: silentLog })
  expect(stranger.exitCode).toBeNull()
  expect(stranger.signalCode).toBeNull()
  expect(await identifyProcess(stranger.pid ?? 0)).not.toBeNull()
})

it.each(['', '{', '[]', 'null', '{"running":{"pid":1,"identity":"x"},"paths":{}}', '{"running":{"pid":-1}}'])(
  'starts all the same where its file is %j',
  async (text) => {
    const dir = tempFolder()
    writeFileSync(join(dir, 'tunnel.json'), text)
    const children = await openChildren({ dir, log: silentLog })
    expect(children.lastPath('ssh')).toBeNull()
  },
)

function untilUp(ringtray: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    ringtray.on('message', (state) => state === 'up' && resolve())
    ringtray.once('exit', () => reject(new Error('It ended before its tunnel was up')))
  })
}
