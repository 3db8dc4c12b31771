import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReach, type Reach } from '../../main/reach.ts'
import { openReceiver, type Receiver } from '../../main/receiver.ts'
import type { QuietAlarm } from '../../shared/hearing.ts'
import { minuteMs } from '../../shared/time.ts'
import { callsIn, silentLog } from '../support/printed.ts'
import { deliver, form, inCallLog } from '../support/provider.ts'
import { folderWith } from '../support/settings.ts'
import { always, passOn, type StandIns, standIns } from './hearing/stand-ins.ts'

/** A Ringtray with its way in, as `serve` and the desktop app have it, under a clock that can be moved. */
interface Desk {
  receiver: Receiver
  reach: Reach
  /** Resolves once the status passes. */
  until(passes: (status: ReturnType<Reach['status']>) => boolean): Promise<ReturnType<Reach['status']>>
  stop(): Promise<void>
}

let movedMs: number
let here: StandIns
let dir: string
let desks: Desk[]
let alerts: QuietAlarm[]
const now = () => Date.now() + movedMs

beforeEach(() => {
  movedMs = 0
  here = standIns()
  dir = folderWith(undefined, { port: 0, tunnel: null })
  desks = []
  alerts = []
})

afterEach(async () => {
  for (const desk of desks) await desk.stop()
  await here.end()
})

async function openDesk(): Promise<Desk> {
  const lookers = new Set<() => void>()
  let reach: Reach | null = null
  let isStopped = false
  const receiver = await openReceiver({
    dir,
    command: 'a test',
    now,
    log: silentLog,
    onChanged: () => {},
    onBookChanged: () => {},
    onStatus: () => {},
    onRequest: () => reach?.requested(),
    onRefused: () => reach?.refused(),
    onHeard: (host) => reach?.heard(host),
  })
  const opened = await openReach({
    dir,
    receiver,
    readSecret: async () => null,
    onStatus: () => {
      for (const look of [...lookers]) look()
    },
    onAlert: (alarm) => alerts.push(alarm),
    now,
    log: silentLog,
  })
  reach = opened
  const url = await receiver.listen('127.0.0.1', 0)
  opened.listening({ host: '127.0.0.1', port: Number(new URL(url).port) })
  await receiver.ready
  const desk: Desk = {
    receiver,
    reach: opened,
    until: (passes) =>
      new Promise((resolve) => {
        const look = () => {
          if (!passes(opened.status())) return
          lookers.delete(look)
          resolve(opened.status())
        }
        lookers.add(look)
        look()
      }),
    async stop() {
      if (isStopped) return
      isStopped = true
      await opened.stop()
      await receiver.stop()
    },
  }
  desks.push(desk)
  return desk
}

const localUrl = ({ receiver }: Desk) => {
  const { listener } = receiver.status()
  return 'url' in listener ? listener.url : ''
}

describe('the reach of a Ringtray', () => {
  it('is off without a way in, and says so in the one word', async () => {
    const desk = await openDesk()
    expect(desk.reach.status()).toMatchObject({ tunnel: { state: 'stopped' }, hearing: { word: 'off' } })
    expect(await desk.reach.probeNow()).toBeNull()
  })

  it('is proven by a probe through one’s own proxy, and heard by a real webhook through it', async () => {
    const desk = await openDesk()
    const front = await here.listen(passOn(Number(new URL(localUrl(desk)).port)))
    const url = `http://127.0.0.1:${front}/webhook`

    await desk.receiver.settings.change({ tunnel: { kind: 'own-url', url } })
    desk.reach.reopen()
    const proven = await desk.until(({ hearing }) => hearing.pathProvenAt !== null)
    expect(proven).toMatchObject({ tunnel: { state: 'proven' }, hearing: { word: 'hearing', heardAt: null } })

    expect(await deliver(url, form(inCallLog({ uid: 'n1.1.1' })))).toBe(204)
    expect(desk.reach.status().hearing.heardAt).not.toBeNull()
    // The probe was no call.
    expect(await callsIn(dir)).toHaveLength(1)
  })

  it('says what a way in lacks, and does not call that off', async () => {
    const desk = await openDesk()
    await desk.receiver.settings.change({ tunnel: { kind: 'ngrok' } })
    desk.reach.reopen()

    const { tunnel, hearing } = await desk.until(({ tunnel: { problem } }) => problem === 'no-secret')
    expect(tunnel.sentence).toContain('authtoken')
    expect(hearing.word).toBe('not reachable')
  })

  it('says what is in the way of a probe, and that nothing comes in', async () => {
    const desk = await openDesk()
    const port = await here.listen(always(502))
    await desk.receiver.settings.change({
      tunnel: { kind: 'own-url', url: `http://127.0.0.1:${port}/webhook` },
    })
    desk.reach.reopen()

    await desk.until(({ tunnel }) => tunnel.state === 'up')
    const found = await desk.reach.probeNow()

    expect(found?.code).toBe('tunnel-down')
    expect(desk.reach.status().hearing.word).toBe('not reachable')
  })

  it('knows what it could not hear while it did not run, also after a rebuild', async () => {
    const first = await openDesk()
    await deliver(localUrl(first), form(inCallLog({ uid: 'n1.1.1' })))
    await first.stop()
    movedMs = 40 * minuteMs

    const second = await openDesk()
    const spots = () => second.reach.blindSpots(now() - 60 * minuteMs, now())
    await expect.poll(spots).toMatchObject([{ because: 'app-not-running' }])
    const [spot] = spots()
    expect(Date.parse(spot?.to ?? '') - Date.parse(spot?.from ?? '')).toBeGreaterThanOrEqual(39 * minuteMs)

    await second.receiver.rebuild()
    expect(spots()).toHaveLength(1)
    await second.stop()
    const third = await openDesk()
    expect(third.reach.blindSpots(now() - 60 * minuteMs, now())).toMatchObject([
      { because: 'app-not-running' },
    ])
  })

  it('warns of an address that is another than the one last heard on, until a call comes by it', async () => {
    const desk = await openDesk()
    const port = Number(new URL(localUrl(desk)).port)
    const [one, other] = [await here.listen(passOn(port)), await here.listen(passOn(port))].map(
      (front) => `http://127.0.0.1:${front}/webhook`,
    )
    for (const url of [one, other]) {
      await desk.receiver.settings.change({ tunnel: { kind: 'own-url', url: url ?? '' } })
      desk.reach.reopen()
      await desk.until(({ tunnel }) => tunnel.publicUrl === url)
      if (url === other) {
        expect(desk.reach.status().hearing.urlChanged).toMatchObject({ heardOn: one, url: other })
      }
      await deliver(url ?? '', form(inCallLog({ uid: `n1.1.${url === one ? 1 : 2}` })))
      await desk.until(({ hearing }) => hearing.urlChanged === null)
    }
  })

  it('raises one alarm where three deliveries in a row are refused, ended by one that is let in', async () => {
    const desk = await openDesk()
    await desk.receiver.settings.change({ tunnel: { kind: 'own-url', url: localUrl(desk) } })
    desk.reach.reopen()
    for (let time = 0; time < 4; time++) {
      expect(await deliver(localUrl(desk), form(inCallLog()), { 'x-ringtray-token': 'wrong' })).toBe(401)
    }

    const { hearing } = await desk.until(({ hearing: { alarm } }) => alarm !== null)
    expect(hearing.word).toBe('quiet')
    expect(hearing.alarm?.causes[0]?.code).toBe('wrong-secret')
    expect(alerts).toHaveLength(1)

    await deliver(localUrl(desk), form(inCallLog()))
    await desk.until(({ hearing: { alarm } }) => alarm === null)
  })

  it('counts every request against what the way in carries, refused ones too', async () => {
    const desk = await openDesk()
    await desk.receiver.settings.change({ tunnel: { kind: 'ngrok' } })
    await deliver(localUrl(desk), form(inCallLog()))
    await deliver(localUrl(desk), form(inCallLog()), { 'x-ringtray-token': 'wrong' })
    expect(desk.reach.status().meter).toMatchObject({ requests: 2, limit: 20_000, level: 'calm' })
  })
})
