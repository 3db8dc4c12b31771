import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addRequest, readMeter } from '../../../main/tunnel/meter/meter.ts'
import { openRequestMeter } from '../../../main/tunnel/meter/meter-file.ts'
import { requestsPerMonth, waysIn } from '../../../main/tunnel/meter/ways-in.ts'
import { providers } from '../../../main/tunnel/providers.ts'
import type { TunnelProvider } from '../../../main/tunnel/tunnel.ts'
import { damages } from '../../support/damages.ts'
import { silentLog } from '../../support/printed.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const november = (day: number, hour = 0) => Date.UTC(2026, 10, day, hour)

describe('the meter', () => {
  it.each([
    [0, 9, 'calm', '0 of 20,000 this month'],
    [7_412, 9, 'calm', '7,412 of 20,000 this month; full on the 22nd at this rate'],
    [7_412, 9.68, 'calm', '7,412 of 20,000 this month; full on the 24th at this rate'],
    [7_412, 24, 'calm', '7,412 of 20,000 this month'],
    [15_999, 29, 'calm', '15,999 of 20,000 this month'],
    [16_000, 29, 'amber', '16,000 of 20,000 this month'],
    [16_000, 21, 'amber', '16,000 of 20,000 this month; full on the 26th at this rate'],
    [9_000, 10, 'calm', '9,000 of 20,000 this month; full on the 21st at this rate'],
    [19_999, 30, 'amber', '19,999 of 20,000 this month; full on the 30th at this rate'],
    [20_000, 12, 'full', '20,000 of 20,000 this month: used up until the 1st'],
    [25_000, 12, 'full', '25,000 of 20,000 this month: used up until the 1st'],
    [5_000, 2, 'calm', '5,000 of 20,000 this month'],
  ])('says of %d on the %s: %s', (requests, day, level, sentence) => {
    const nowMs = november(1) + (day - 1) * 86_400_000
    expect(readMeter({ month: '2026-11', requests }, 20_000, nowMs)).toMatchObject({
      level,
      sentence,
      requests,
    })
  })

  it('begins again with the month, by the clock of the provider', () => {
    const lastMs = Date.UTC(2026, 11, 1) - 1
    const full = { month: '2026-11', requests: 20_000 }
    expect(readMeter(full, 20_000, lastMs).level).toBe('full')
    expect(readMeter(full, 20_000, lastMs + 1)).toMatchObject({ level: 'calm', requests: 0 })
    expect(addRequest(full, lastMs)).toEqual({ month: '2026-11', requests: 20_001 })
    expect(addRequest(full, lastMs + 1)).toEqual({ month: '2026-12', requests: 1 })
  })
})

describe('its file', () => {
  const options = (dir: string) => ({ dir, now: () => november(9), log: silentLog })

  it('keeps what was counted, over a restart', async () => {
    const dir = tempFolder()
    const first = await openRequestMeter(options(dir))
    first.count()
    first.count()
    await first.close()
    expect(JSON.parse(readFileSync(join(dir, 'requests.json'), 'utf8'))).toEqual({
      month: '2026-11',
      requests: 2,
    })
    const second = await openRequestMeter(options(dir))
    second.count()
    expect(second.read(20_000).requests).toBe(3)
    await second.close()
  })

  it.each(Object.entries(damages))('counts from nothing where it is %s', async (_, damage) => {
    const dir = tempFolder()
    writeFileSync(join(dir, 'requests.json'), damage(Buffer.from('{"month":"2026-11","requests":12}\n')))
    const meter = await openRequestMeter(options(dir))
    expect(meter.read(20_000).requests).toBe(0)
    meter.count()
    await meter.close()
    expect((await openRequestMeter(options(dir))).read(20_000).requests).toBe(1)
  })
})

describe('the way in', () => {
  const all: TunnelProvider[] = Object.values(providers)
  const kinds = (callsPerDay: number) =>
    waysIn(all, requestsPerMonth({ callsPerDay })).map(({ kind }) => kind)

  it('is estimated by what a call sends', () => {
    expect(requestsPerMonth({ callsPerDay: 12 * 120 })).toEqual({ least: 112_320, most: 187_200 })
    expect(requestsPerMonth({ callsPerDay: 100 })).toEqual({ least: 7_800, most: 13_000 })
  })

  it('is ngrok for a hundred calls a day, and the others for twice as many', () => {
    expect(kinds(100)[0]).toBe('ngrok')
    expect(kinds(200)).toEqual(['cloudflared', 'ssh', 'own-url', 'ngrok'])
    expect(waysIn(all, requestsPerMonth({ callsPerDay: 200 })).at(-1)).toMatchObject({
      isOffered: false,
      carries: '20,000 requests a month; you need up to 26,000',
    })
  })

  it.each([
    [16_000, true],
    [16_001, false],
  ])('is ngrok up to 80 percent of what it carries: %d', (most, isOffered) => {
    expect(waysIn(all, { least: 0, most }).find(({ kind }) => kind === 'ngrok')?.isOffered).toBe(isOffered)
  })

  it('says of each in one line what it needs', () => {
    for (const { needs } of all) expect(needs).toMatch(/^[^\n]{20,140}\.$/)
  })
})
