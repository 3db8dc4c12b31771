import { expect, it, onTestFinished } from 'vitest'
import { openReceiver } from '../../main/receiver.ts'
import { callsIn, silentLog } from '../support/printed.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { folderWith } from '../support/settings.ts'

it('answers a call that is on disk, whatever happens to those who are told that it was heard', async () => {
  const dir = folderWith()
  const heard: (string | null)[] = []
  const receiver = await openReceiver({
    dir,
    command: 'a test',
    now: Date.now,
    log: silentLog,
    onChanged: () => {},
    onBookChanged: () => {},
    onStatus: () => {},
    onHeard(host) {
      heard.push(host)
      throw new Error('a fault of the listener for calls')
    },
  })
  onTestFinished(() => receiver.stop())
  const url = await receiver.listen('127.0.0.1', 0)

  expect(await deliver(url, form(inCallLog()))).toBe(204)

  expect(heard).toEqual([new URL(url).host])
  expect(await callsIn(dir)).toHaveLength(1)
})
