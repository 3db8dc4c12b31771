import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mostProbesPerMonth } from '../../main/hearing/schedule/next-probe.ts'
import { requestsPerMonth } from '../../main/tunnel/meter/ways-in.ts'
import { providers } from '../../main/tunnel/providers.ts'
import type { HearingWord, ProbeCode } from '../../shared/hearing.ts'
import { countProbes } from './month-of-probes.ts'

const page = readFileSync(new URL('../../docs/reach.md', import.meta.url), 'utf8')
const inDigits = (count: number) => count.toLocaleString('en')

describe('what probes and a busy month cost, in docs/reach.md', () => {
  it.each([
    ['nobody calls', 1, 0],
    ['1 agent, 20 calls a day', 1, 20],
    ['1 agent, 100 calls a day', 1, 100],
    ['3 agents, 60 calls a day each', 3, 60],
    ['12 agents, 120 calls a day each', 12, 120],
  ])('is counted: %s', async (company, agents, callsOfEach) => {
    const traffic = { callsPerDay: agents * callsOfEach }
    const { least, most } = requestsPerMonth(traffic)
    const probes = await countProbes(traffic)
    const webhooks = most === 0 ? '0' : `${inDigits(least)} to ${inDigits(most)}`
    const share = Math.round(((most + probes) / (providers.ngrok.monthlyRequests ?? 0)) * 100)
    const row = [company, webhooks, inDigits(probes), inDigits(most + probes), `${share} %`]
    expect(page).toContain(`| ${row.join(' | ')} |`)
    expect(probes).toBeLessThanOrEqual(mostProbesPerMonth({ usualHours: 48, happeningsPerDay: 10 }))
  })

  it('is never more than the page says', () => {
    const bounds = [
      mostProbesPerMonth({ usualHours: 48, happeningsPerDay: 10 }),
      mostProbesPerMonth({ usualHours: 168, happeningsPerDay: 0 }),
    ].map(inDigits)
    expect(page.replaceAll('\n', ' ')).toContain(
      `never more than ${bounds[0]} a month in such a week, and ${bounds[1]} where every hour`,
    )
  })
})

describe('docs/reach.md', () => {
  const codes: Record<ProbeCode, true> = {
    proven: true,
    'app-not-listening': true,
    'tunnel-down': true,
    'dns-missing': true,
    'somebody-else': true,
    'another-ringtray': true,
    'header-stripped': true,
    'tls-wrong': true,
    'wifi-sign-in': true,
    'blocked-in-front': true,
    'quota-used-up': true,
    'rate-limited': true,
    offline: true,
  }

  it.each(Object.keys(codes))('says what to do where a probe finds %s', (code) => {
    expect(page).toMatch(new RegExp(`^\\| \`${code}\` \\| \\S`, 'm'))
  })

  const words: Record<HearingWord, true> = { hearing: true, quiet: true, 'not reachable': true, off: true }

  it.each(Object.keys(words))('says what “%s” means', (word) => {
    expect(page).toMatch(new RegExp(`^\\| ${word} \\| \\S`, 'm'))
  })

  it.each(Object.keys(providers))('shows settings of %s that are read', (kind) => {
    const shown = new RegExp(`\`(\\{"kind":"${kind}".*?\\})\``).exec(page)?.[1] ?? ''
    const settings = JSON.parse(
      shown
        .replace('https://…', 'https://calls.example.com')
        .replace('"remotePort":…', '"remotePort":7464')
        .replaceAll('"…"', '"word"'),
    )
    expect(
      Object.values(providers)
        .find((provider) => provider.kind === kind)
        ?.readSettings(settings),
    ).toMatchObject(settings)
  })
})
