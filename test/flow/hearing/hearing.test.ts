import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAsk } from '../../../main/hearing/diagnosis/ask.ts'
import { createDiagnose } from '../../../main/hearing/diagnosis/diagnose.ts'
import { type Hearing, openHearing } from '../../../main/hearing/hearing.ts'
import type { DeafMark } from '../../../main/journal/entry.ts'
import { webhookPath } from '../../../main/listener/webhook-app.ts'
import { createLog } from '../../../main/log.ts'
import type { QuietAlarm } from '../../../shared/hearing.ts'
import { hourMs, minuteMs, toEpochMs } from '../../../shared/time.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { always, passOn, type StandIns, standIns } from './stand-ins.ts'

let here: StandIns
let ringtray: Awaited<ReturnType<StandIns['ringtray']>>
let dir: string
let publicUrl: string | null
let marks: DeafMark[]
let alerts: QuietAlarm[]
let nowMs: number
let opened: Hearing[]

beforeEach(async () => {
  here = standIns()
  ringtray = await here.ringtray()
  dir = tempFolder()
  marks = []
  alerts = []
  opened = []
  nowMs = new Date(2026, 10, 23, 12).getTime()
})

afterEach(async () => {
  for (const hearing of opened) await hearing.stop()
  await here.end()
})

async function open(): Promise<Hearing> {
  const hearing = await openHearing({
    dir,
    diagnose: createDiagnose({ desk: ringtray.desk, ask: createAsk({ patienceMs: 5_000 }) }),
    addresses: () => ({
      publicUrl,
      localUrl: `http://127.0.0.1:${ringtray.port}${webhookPath}`,
      headerName: 'X-Ring-Proof',
    }),
    isWanted: () => publicUrl !== null,
    ready: Promise.resolve(),
    callsSince: () => [],
    deafness: () =>
      marks.map(({ from, to, because }) => ({ fromMs: toEpochMs(from), toMs: toEpochMs(to), because })),
    keep: async (mark) => void marks.push(mark),
    shift: () => null,
    onStatus: () => {},
    onAlert: (alarm) => alerts.push(alarm),
    now: () => nowMs,
    log: createLog(() => {}),
  })
  opened.push(hearing)
  hearing.listening()
  return hearing
}

const addressOf = (port: number) => `http://127.0.0.1:${port}${webhookPath}`

describe('hearing', () => {
  it('tells a path that is proven from a call that was heard', async () => {
    publicUrl = addressOf(await here.listen(passOn(ringtray.port)))
    const hearing = await open()
    hearing.tunnel('up', false)
    expect(hearing.status()).toMatchObject({ word: 'quiet', pathProvenAt: null, heardAt: null })
    await hearing.probeNow()
    expect(hearing.status()).toMatchObject({
      word: 'hearing',
      pathProvenAt: new Date(nowMs).toISOString(),
      heardAt: null,
    })
    nowMs += minuteMs
    hearing.heard(null)
    expect(hearing.status()).toMatchObject({ word: 'hearing', heardAt: new Date(nowMs).toISOString() })
  })

  it('is off where there is no address, and probes nothing', async () => {
    publicUrl = null
    const hearing = await open()
    expect(await hearing.probeNow()).toBeNull()
    expect(hearing.status()).toMatchObject({ word: 'off', probe: null })
  })

  it('is not reachable while a probe does not come back, until a call does', async () => {
    publicUrl = addressOf(await here.listen(always(502)))
    const hearing = await open()
    hearing.tunnel('up', false)
    await hearing.probeNow()
    expect(hearing.status()).toMatchObject({ word: 'not reachable', probe: { code: 'tunnel-down' } })
    nowMs += 10 * minuteMs
    expect(hearing.blindSpots(nowMs - hourMs, nowMs)).toMatchObject([
      { because: 'tunnel-down', outsideShift: false },
    ])
    hearing.heard(null)
    expect(hearing.status().word).toBe('hearing')
    await hearing.stop()
    expect(marks).toMatchObject([{ because: 'tunnel-down' }])
  })

  it('says what to paste until a call comes by the new address, after a restart too', async () => {
    publicUrl = 'https://old.example.com/webhook'
    const first = await open()
    first.heard('old.example.com')
    await first.stop()
    publicUrl = 'https://new.example.com/webhook'
    const second = await open()
    expect(second.status().urlChanged).toMatchObject({ heardOn: 'https://old.example.com/webhook' })
    second.heard('old.example.com')
    expect(second.status().urlChanged).not.toBeNull()
    second.heard('new.example.com')
    expect(second.status().urlChanged).toBeNull()
  })

  it('alerts once for an outage, whatever happens and however often it starts', async () => {
    publicUrl = addressOf(await here.listen(passOn(ringtray.port)))
    const first = await open()
    first.tunnel('up', false)
    await Promise.resolve()
    for (let count = 0; count < 5; count++) first.refused()
    expect(alerts).toHaveLength(1)
    expect(first.status()).toMatchObject({
      word: 'quiet',
      alarm: { causes: [{ code: 'wrong-secret' }, {}] },
    })
    await first.stop()
    const second = await open()
    second.tunnel('up', false)
    await Promise.resolve()
    for (let count = 0; count < 3; count++) second.refused()
    second.tunnel('limited', true)
    expect(second.status().alarm?.causes[0]?.code).toBe('quota-used-up')
    expect(alerts).toHaveLength(1)
    nowMs += minuteMs
    second.heard(null)
    second.tunnel('up', false)
    expect(second.status()).toMatchObject({ word: 'hearing', alarm: null })
  })
})
