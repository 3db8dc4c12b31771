import { describe, expect, it } from 'vitest'
import { createCallIndex } from '../../main/calls/index/call-index.ts'
import type { IndexRow } from '../../main/calls/index/index-row.ts'
import { createDisplay } from '../../main/display.ts'
import { settingsPage } from '../../main/settings/settings-page.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'

const [asha, ravi, meena] = ['+919823045678', '+918586848544', '+919876543210']
const startMs = Date.parse('2026-11-23T10:00:00Z')

type Rung = Partial<IndexRow['agents'][number]>

function row(minute: number, agents: Rung[], values: Partial<IndexRow> = {}): IndexRow {
  return {
    id: `call-${minute}`,
    startedMs: startMs + minute * 60_000,
    heardMs: startMs,
    answeredMs: null,
    endedMs: null,
    direction: 'incoming',
    phase: 'ended',
    outcome: 'missed',
    number: '+912212345678',
    raw: null,
    name: null,
    withheld: false,
    line: null,
    department: null,
    agents: agents.map((agent) => ({ number: null, id: null, name: null, ...agent })),
    answeredBy: null,
    talkSeconds: null,
    totalSeconds: null,
    note: '',
    tags: [],
    seen: false,
    pretend: false,
    text: '',
    ...values,
  }
}

function pageOf(rows: IndexRow[], values: Partial<Settings> = {}) {
  const index = createCallIndex()
  for (const [ordinal, one] of rows.entries()) index.put(ordinal, one)
  const settings = { ...defaultSettings, ...values }
  return settingsPage({
    settings,
    display: createDisplay(settings),
    index,
    shortcutState: 'active',
    startsWithComputer: null,
    notificationProblem: null,
  })
}

describe('the settings’ page', () => {
  it('offers the agents seen so far, the one rung last first', () => {
    const rows = [
      row(1, [{ number: asha, name: 'Asha' }]),
      row(2, [{ number: ravi, name: 'Ravi' }, { id: 'u7' }]),
      row(3, [{ number: asha, name: 'आशा' }]),
    ]
    expect(pageOf(rows).agents).toEqual([
      { key: asha, name: 'आशा', number: '98230 45678', lastRungAt: '2026-11-23T10:03:00.000Z' },
      { key: ravi, name: 'Ravi', number: '85868 48544', lastRungAt: '2026-11-23T10:02:00.000Z' },
      { key: 'u7', name: null, number: null, lastRungAt: '2026-11-23T10:02:00.000Z' },
    ])
  })

  it('leaves pretend calls and agents without number and id out', () => {
    const rows = [row(1, [{ number: asha }], { pretend: true }), row(2, [{ name: 'Somebody' }])]
    expect(pageOf(rows).agents).toEqual([])
  })

  it('takes an agent seen under a number and under an id for one, once a call shows it', () => {
    const rows = [
      row(1, [{ number: asha, id: 'u7', name: 'Asha' }]),
      row(2, [{ number: asha }]),
      row(3, [{ id: 'u7' }]),
    ]
    expect(pageOf(rows).agents).toMatchObject([
      { key: asha, name: 'Asha', lastRungAt: '2026-11-23T10:03:00.000Z' },
    ])
  })

  it('calls an agent of mine as the settings do, and names them once', () => {
    const rows = [row(1, [{ number: asha, id: 'u7', name: 'Asha' }])]
    const one = pageOf(rows, { me: ['u7'] })
    expect(one.agents.map(({ key }) => key)).toEqual(['u7'])
    expect(one.me).toEqual([{ key: 'u7', label: 'Asha' }])
    expect(pageOf(rows, { me: ['u7', asha] }).me).toEqual([{ key: 'u7', label: 'Asha' }])
  })

  it('keeps who is mine and was never seen', () => {
    const { me, agents } = pageOf([], { me: [meena, 'u9'] })
    expect(agents).toEqual([])
    expect(me).toEqual([
      { key: meena, label: '98765 43210' },
      { key: 'u9', label: 'u9' },
    ])
  })

  it('offers at most 50, those of mine among them however long ago they were rung', () => {
    const many = Array.from({ length: 60 }, (_, at) => row(at + 10, [{ id: `u${at}` }]))
    const keys = pageOf([row(1, [{ number: asha }]), ...many], { me: [asha] }).agents.map(({ key }) => key)
    expect(keys).toHaveLength(50)
    expect([keys[0], keys.at(-1)]).toEqual(['u59', asha])
  })

  it('looks at the newest 5,000 calls', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => row(at + 10, [{ number: ravi }]))
    expect(pageOf([row(1, [{ number: asha }]), ...many]).agents.map(({ key }) => key)).toEqual([ravi])
    expect(pageOf([row(1, [{ number: asha }]), ...many.slice(1)]).agents.map(({ key }) => key)).toEqual([
      ravi,
      asha,
    ])
  })

  it('writes ignored numbers as they are read, and those that are none as they came', () => {
    expect(pageOf([], { ignored: [meena, 'Private'] }).ignored).toEqual([
      { key: meena, label: '98765 43210' },
      { key: 'Private', label: 'Private' },
    ])
  })
})
