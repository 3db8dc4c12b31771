import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { within } from '../support/desktop/deadline.ts'
import { startForgetfulNetwork } from '../support/forgetful-network.ts'
import { callsIn } from '../support/printed.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { startServe } from '../support/serve.ts'
import { folderWith } from '../support/settings.ts'
import { descendants, freePort, sendSignal, startSshd } from '../support/sshd.ts'
import { runningPid } from '../support/tunnel.ts'

/** The shortest sleep that no busy machine looks like: the one time here that has to be waited for. */
const napMs = 36_000
/** Silence is noticed by ssh itself after 30 to 45 s more. */
const soonMs = 10_000

it('is reachable again within seconds of a sleep in which the server forgot it', async () => {
  const far = await startSshd()
  const network = await startForgetfulNetwork(far.port)
  const remotePort = await freePort()
  const url = `http://127.0.0.1:${remotePort}/webhook`
  const { user, keyFile } = far
  const way = { kind: 'ssh', host: '127.0.0.1', user, port: network.port, remotePort, url, keyFile }
  const dir = folderWith(undefined, { tunnel: way })
  const serve = await startServe({ dir })
  const hasBeenUp = (times: number) => serve.until(({ stderr }) => stderr.split('tunnel.up').length > times)
  await hasBeenUp(1)
  expect(await deliver(url, form(inCallLog({ uid: 'n1.1596270949.1' })))).toBe(204)
  const standing = await runningPid(dir)

  const asleep = [serve.pid, ...(await descendants(serve.pid))]
  expect(asleep).toContain(standing)
  for (const pid of asleep) sendSignal(pid, 'SIGSTOP')
  network.forget()
  await wait(napMs)
  for (const pid of asleep.reverse()) sendSignal(pid, 'SIGCONT')

  await within(soonMs, 'the way in after the sleep', hasBeenUp(2), serve.stderr)
  expect(await runningPid(dir)).not.toBe(standing)
  expect(await deliver(url, form(inCallLog({ uid: 'n1.1596270949.2' })))).toBe(204)
  expect((await callsIn(dir)).map(({ uid }) => uid)).toContain('n1.1596270949.2')
  expect(await serve.stop()).toEqual({ code: 0, signal: null })
}, 90_000)
