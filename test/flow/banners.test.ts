import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { busSockets } from '../../main/alerts/banner/bus-address.ts'
import { createSessionNotifications } from '../../main/alerts/banner/session-notifications.ts'
import type { BannerPresenter } from '../../main/alerts/screen/screen.ts'
import { type BareBus, startBareBus } from '../support/desktop/bare-bus.ts'
import { createNews, type News } from '../support/desktop/news.ts'
import {
  type NotificationDaemon,
  type NotificationDaemonOptions,
  startNotificationDaemon,
} from '../support/notification-daemon.ts'
import { tempFolder } from '../support/temp-folder.ts'

const ringing = { id: 'a', title: 'Asha', body: 'Sales & rings Ravi' }
const missed = { ...ringing, title: 'Missed: Asha' }
const other = { id: 'b', title: 'Vikram', body: 'Service' }
const noAnswer = 'the notification service does not answer'

describe('banners over the session bus', () => {
  let bus: BareBus
  let daemon: NotificationDaemon
  let news: News
  let opened: string[]
  let dismissed: string[]
  let problems: (string | null)[]

  beforeEach(async () => {
    bus = await startBareBus()
    news = createNews()
    opened = []
    dismissed = []
    problems = []
  })
  afterEach(async () => {
    daemon?.stop()
    await bus.stop()
  })

  function present({ address = bus.address, answerDeadlineMs = 10_000 } = {}): BannerPresenter {
    const told =
      <T>(list: T[]) =>
      (value: T) => {
        list.push(value)
        news.tell()
      }
    return createSessionNotifications({
      sockets: busSockets({ DBUS_SESSION_BUS_ADDRESS: address }),
      onOpen: told(opened),
      onDismissed: told(dismissed),
      onProblem: told(problems),
      log: { info: () => {}, warn: () => {} },
      answerDeadlineMs,
    })
  }

  async function start(options?: NotificationDaemonOptions) {
    daemon = await startNotificationDaemon(bus.address, options)
  }

  const answered = (times: number) => news.until(`${times} answers`, () => problems.length >= times)

  it('shows one silently, and lets it stay', async () => {
    await start()
    present().show(ringing)

    expect(await daemon.call(1)).toEqual({
      number: 1,
      replaces: 0,
      app: 'Ringtray',
      title: 'Asha',
      body: 'Sales &amp; rings Ravi',
      actions: ['default', 'Open'],
      hints: { 'suppress-sound': true, urgency: 1, 'desktop-entry': 'ringtray' },
      timeoutMs: 0,
    })
    await answered(1)
    expect(problems).toEqual([null])
  })

  it('asks the service what it can, and shows plain text where markup would be read aloud', async () => {
    await start({ capabilities: ['body'] })
    present().show(ringing)

    expect(await daemon.call(1)).toMatchObject({ body: ringing.body, actions: [] })
  })

  it('replaces one in place', async () => {
    await start()
    const banners = present()
    banners.show(ringing)
    await answered(1)
    banners.show(missed)

    expect(await daemon.call(2)).toMatchObject({ title: 'Missed: Asha', replaces: 1, number: 1 })
    await answered(2)
    banners.close('a')
    expect(await daemon.taken(1)).toEqual([1])
  })

  it('waits for the number of one before it replaces it', async () => {
    await start({ isHung: true })
    const banners = present()
    banners.show(ringing)
    await daemon.call(1)
    banners.show(missed)
    banners.show(other)
    await daemon.call(2)
    expect(daemon.asked.map(({ title }) => title)).toEqual(['Asha', 'Vikram'])

    daemon.recover()

    expect(await daemon.call(3)).toMatchObject({ title: 'Missed: Asha', replaces: 1 })
  })

  it('closes one that was over before its number was told', async () => {
    await start({ isHung: true })
    const banners = present()
    banners.show(ringing)
    await daemon.call(1)
    banners.close('a')
    banners.close('never shown')
    expect(daemon.closed).toEqual([])

    daemon.recover()

    expect(await daemon.taken(1)).toEqual([1])
  })

  it('opens what is clicked, and closes it', async () => {
    await start()
    const banners = present()
    banners.show(ringing)
    banners.show(other)
    await answered(2)

    daemon.click(2)

    expect(await daemon.taken(1)).toEqual([2])
    expect(opened).toEqual(['b'])
    // The service tells of that end too: nobody waved it away.
    daemon.close(1, 2)
    await news.until('a dismissal', () => dismissed.length > 0)
    expect(dismissed).toEqual(['a'])
  })

  it('takes only the end by a person’s hand for a dismissal', async () => {
    await start()
    const banners = present()
    for (const id of ['a', 'b', 'c', 'd']) banners.show({ ...ringing, id })
    await answered(4)

    daemon.close(99, 2)
    for (const [at, reason] of [1, 3, 4, 2].entries()) daemon.close(at + 1, reason)

    await news.until('a dismissal', () => dismissed.length > 0)
    expect(dismissed).toEqual(['d'])
    banners.show(ringing)
    expect(await daemon.call(5)).toMatchObject({ replaces: 0 })
  })

  it('says that a service does not answer, and takes it back when it does', async () => {
    await start({ isHung: true })
    const banners = present({ answerDeadlineMs: 100 })
    banners.show(ringing)
    banners.show(other)
    await answered(2)
    expect(problems).toEqual([noAnswer, noAnswer])
    banners.close('a')

    daemon.recover()

    // Too late for the one, in time for the other.
    expect(await daemon.taken(1)).toEqual([1])
    await answered(4)
    expect(problems.slice(2)).toEqual([null, null])
    banners.show({ ...other, title: 'Missed: Vikram' })
    expect(await daemon.call(3)).toMatchObject({ replaces: 2 })
    expect(daemon.closed).toEqual([1])
  })

  it('leaves one banner where it was asked for twice of a service that did not answer', async () => {
    await start({ isHung: true })
    const banners = present({ answerDeadlineMs: 100 })
    banners.show(ringing)
    await answered(1)
    banners.show(missed)
    await daemon.call(2)

    daemon.recover()

    expect(await daemon.taken(1)).toEqual([1])
    await answered(3)
    banners.close('a')
    expect(await daemon.taken(2)).toEqual([1, 2])
  })

  it('says that no service runs, and goes on once one does', async () => {
    const banners = present()
    banners.show(ringing)
    await answered(1)
    expect(problems).toEqual(['no notification service runs'])

    await start()
    banners.show(missed)

    expect(await daemon.call(1)).toMatchObject({ title: 'Missed: Asha', replaces: 0 })
    await answered(2)
    expect(problems[1]).toBeNull()
  })

  it('forgets the numbers of a service that has ended', async () => {
    await start()
    const banners = present()
    banners.show(ringing)
    await answered(1)
    daemon.stop()
    await start({ capabilities: ['body'] })

    banners.show(other)
    await answered(2)
    daemon.click(1)
    banners.show(missed)

    expect(await daemon.call(1)).toMatchObject({ title: 'Vikram', number: 1 })
    expect(await daemon.call(2)).toMatchObject({ title: 'Missed: Asha', replaces: 0, actions: [] })
    expect(opened).toEqual(['b'])
  })

  it('asks what a new service can, though the old one ended while it was asked', async () => {
    await start({ isHung: true })
    const banners = present()
    banners.show(ringing)
    await daemon.call(1)
    daemon.stop()
    await answered(1)
    expect(problems).toEqual([noAnswer])

    await start({ capabilities: ['body'] })
    banners.show(missed)

    expect(await daemon.call(1)).toMatchObject({ body: ringing.body, replaces: 0 })
  })

  it('says that there is no bus, and finds one that comes, and one that comes back', async () => {
    const listen = `unix:path=${join(tempFolder(), 'bus')}`
    const banners = present({ address: listen })
    banners.show(ringing)
    await answered(1)
    expect(problems).toEqual(['no session bus can be reached'])

    for (const times of [2, 3]) {
      bus = await startBareBus({ listen })
      await start()
      banners.show({ ...ringing })
      expect(await daemon.call(1)).toMatchObject({ replaces: 0 })
      await answered(times)
      expect(problems.at(-1)).toBeNull()
      daemon.stop()
      await bus.stop()
    }
  })

  it('keeps no process alive, though its service hangs', async () => {
    await start({ isHung: true })
    const module = new URL('../../main/alerts/banner/session-notifications.ts', import.meta.url)
    const nothing = '() => {}'
    const code = `
      import { createSessionNotifications } from '${module}'
      const log = { info: ${nothing}, warn: ${nothing} }
      const banners = createSessionNotifications({ onOpen: ${nothing}, onDismissed: ${nothing}, onProblem: ${nothing}, log })
      banners.show({ id: 'a', title: 'Asha', body: 'Sales' })
      process.stdin.once('data', () => process.stdin.destroy())`
    const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address }
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      env,
      stdio: ['pipe', 'ignore', 'inherit'],
    })
    onTestFinished(() => void child.kill())
    const ended = once(child, 'exit')
    await daemon.call(1)

    child.stdin.write('end')

    expect(await ended).toEqual([0, null])
  })
})
