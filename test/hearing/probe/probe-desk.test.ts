import { describe, expect, it } from 'vitest'
import { createProbeDesk, type Probe, probeParameter } from '../../../main/hearing/probe/probe-desk.ts'
import { minuteMs, secondMs } from '../../../shared/time.ts'

const url = 'https://calls.example.com/hooks/webhook?team=a'
const carrier = { headerName: 'X-Ring-Proof' }

function tokenOf(probe: Probe): string {
  return new URL(probe.addressAt(url)).searchParams.get(probeParameter) ?? ''
}

/** As Node hands over what a probe sends. */
function arriving({ headers }: Pick<Probe, 'headers'>) {
  return {
    headersDistinct: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), [value]])),
  }
}

function deskAt(nowMs = Date.parse('2026-11-23T06:00:00Z')) {
  const clock = { nowMs }
  return { clock, desk: createProbeDesk({ now: () => clock.nowMs }) }
}

describe('the probe desk', () => {
  it('answers its own probe once', () => {
    const { desk } = deskAt()
    const probe = desk.issue(carrier)
    const answer = desk.accept(tokenOf(probe), arriving(probe))
    expect(probe.read(answer ?? '')).toEqual({ from: 'us', header: 'arrived' })
    expect(desk.accept(tokenOf(probe), arriving(probe))).toBeNull()
  })

  it('keeps the path and the query of the address it probes', () => {
    const { desk } = deskAt()
    expect(desk.issue(carrier).addressAt(url)).toMatch(
      /^https:\/\/calls\.example\.com\/hooks\/webhook\?team=a&ringtray-probe=[\w-]{158}$/,
    )
  })

  it('answers no probe later than half a minute', () => {
    const { desk, clock } = deskAt()
    const [first, second] = [desk.issue(carrier), desk.issue(carrier)]
    clock.nowMs += 30 * secondMs
    expect(desk.accept(tokenOf(first), arriving(first))).not.toBeNull()
    clock.nowMs += 1
    expect(desk.accept(tokenOf(second), arriving(second))).toBeNull()
  })

  it('answers no token with any one character changed, and nothing else', () => {
    const { desk } = deskAt()
    const probe = desk.issue(carrier)
    const token = tokenOf(probe)
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const changed = token.slice(0, at) + other + token.slice(at + 1)
      expect(desk.accept(changed, arriving(probe)), `character ${at}`).toBeNull()
    }
    for (const text of ['', 'x', token.slice(1), `${token}A`, token.replace(/^./, '%'), '\u0000']) {
      expect(desk.accept(text, arriving(probe))).toBeNull()
    }
    expect(desk.accept(token, arriving(probe))).not.toBeNull()
  })

  it.each([
    ['arrived', (value: string) => ({ 'x-ring-proof': [value] })],
    ['missing', () => ({})],
    ['changed', () => ({ 'x-ring-proof': ['something else'] })],
    ['changed', (value: string) => ({ 'x-ring-proof': [value, value] })],
  ])('reports the header as %s', (report, headersDistinct) => {
    const { desk } = deskAt()
    const probe = desk.issue(carrier)
    const value = probe.headers[0]?.[1] ?? ''
    const answer = desk.accept(tokenOf(probe), { headersDistinct: headersDistinct(value) })
    expect(probe.read(answer ?? '')).toEqual({ from: 'us', header: report })
  })

  it('asks for no header where none carries the proof, and for a harmless Basic one where that does', () => {
    const { desk } = deskAt()
    const probe = desk.issue({ headerName: null })
    expect(probe.headers).toEqual([])
    expect(probe.read(desk.accept(tokenOf(probe), arriving(probe)) ?? '')).toEqual({
      from: 'us',
      header: 'not-asked',
    })
    const [name, value] = desk.issue({ headerName: 'authorization' }).headers[0] ?? []
    expect(name).toBe('authorization')
    expect(Buffer.from(value?.replace('Basic ', '') ?? '', 'base64').toString()).toMatch(
      /^ringtray-probe-\w{8}:$/,
    )
  })

  it('believes no answer to another probe, and none that was changed', () => {
    const { desk } = deskAt()
    const [first, second] = [desk.issue(carrier), desk.issue(carrier)]
    const answer = desk.accept(tokenOf(first), { headersDistinct: {} }) ?? ''
    expect(second.read(answer)).toBeNull()
    expect(first.read(answer.replace('missing', 'arrived'))).toBeNull()
    for (const body of ['', 'null', '[]', '{"ringtray":1}', '<html>', '{"ringtray":"","header":"arrived"}']) {
      expect(first.read(body)).toBeNull()
    }
    expect(first.read(answer)).toEqual({ from: 'us', header: 'missing' })
  })
})

describe('two Ringtrays', () => {
  it('know each other by the keys of their runs', () => {
    const here = deskAt()
    const there = deskAt()
    const probe = here.desk.issue(carrier)
    const answer = there.desk.accept(tokenOf(probe), arriving(probe))
    expect(probe.read(answer ?? '')).toEqual({ from: 'another-ringtray' })
    expect(there.desk.accept(tokenOf(probe), arriving(probe))).toBeNull()
  })

  it('answer strangers once a second, and none whose clock is five minutes off', () => {
    const here = deskAt()
    const there = deskAt()
    const probes = [1, 2, 3].map(() => here.desk.issue(carrier))
    const tokens = probes.map(tokenOf)
    const ask = (at: number) => there.desk.accept(tokens[at] ?? '', arriving({ headers: [] })) !== null
    expect([ask(0), ask(1)]).toEqual([true, false])
    there.clock.nowMs += secondMs
    expect(ask(1)).toBe(true)
    there.clock.nowMs += 6 * minuteMs
    expect(ask(2)).toBe(false)
  })

  it('answer nothing that is not signed by who it says it is from', () => {
    const here = deskAt()
    const there = deskAt()
    const token = Buffer.from(tokenOf(here.desk.issue(carrier)), 'base64url')
    token[token.length - 1] = (token.at(-1) ?? 0) ^ 1
    expect(there.desk.accept(token.toString('base64url'), { headersDistinct: {} })).toBeNull()
  })
})
