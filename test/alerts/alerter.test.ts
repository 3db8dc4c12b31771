import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAlerter } from '../../main/alerts/alerter.ts'
import { project } from '../../main/calls/project.ts'
import { createDisplay } from '../../main/display.ts'
import type { Agent, Call } from '../../shared/call.ts'
import { toInstant } from '../../shared/time.ts'

let onScreen: Map<string, string>
let banners: string[]
let kept: string[]
let doNotDisturb: boolean

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T06:28:09Z') })
  onScreen = new Map()
  banners = []
  kept = []
  doNotDisturb = false
})

afterEach(() => vi.useRealTimers())

function start() {
  return createAlerter({
    presenter: {
      show({ callId, title, body }) {
        onScreen.set(callId, `${title} | ${body}`)
        banners.push(`${title} | ${body}`)
      },
      close: (callId) => void onScreen.delete(callId),
    },
    display: () => createDisplay({ country: 'IN', me: ['+919000010002'] }),
    isMine: () => true,
    doNotDisturb: () => doNotDisturb,
    keep: (_callId, outcome) => kept.push(outcome),
    now: Date.now,
  })
}

const asha: Agent = {
  number: '+919000010001',
  id: null,
  name: 'Asha',
  extension: null,
  result: 'rung',
  ringSeconds: null,
  talkSeconds: null,
}
const me: Agent = { ...asha, number: '+919000010002', name: null }

function call(changes: Partial<Call> = {}): Call {
  const customer = { number: '+919823045678', raw: null, withheld: false, name: null }
  const live = { phase: 'ringing', direction: 'incoming', startedAt: toInstant(Date.now()) } as const
  return { ...project('n2.1.1', [], {}), ...live, customer, department: 'Sales', agents: [me], ...changes }
}

const changed = (before: Call | null, after: Call) => ({ callId: after.id, before, after })
const missed = () => call({ phase: 'ended', outcome: 'missed' })

describe('the alerter', () => {
  it('shows caller, line and agent of a ring', () => {
    start().onChanged(changed(null, call()))
    expect([...onScreen.values()]).toEqual(['98230 45678 | Sales · rings you'])
    expect(kept).toEqual(['rang'])
  })

  it('shows one banner for four equal deliveries', () => {
    const alerter = start()
    const ring = call()
    alerter.onChanged(changed(null, ring))
    for (let time = 0; time < 3; time++) alerter.onChanged(changed(ring, ring))
    alerter.onChanged(changed(ring, call()))
    expect(banners).toHaveLength(1)
  })

  it('replaces the banner when somebody else is rung too', () => {
    const alerter = start()
    alerter.onChanged(changed(null, call()))
    alerter.onChanged(changed(call(), call({ agents: [me, asha] })))
    expect([...onScreen.values()]).toEqual(['98230 45678 | Sales · rings you, Asha'])
  })

  it('closes the banner when the call is answered', () => {
    const alerter = start()
    alerter.onChanged(changed(null, call()))
    alerter.onChanged(changed(call(), call({ phase: 'answered' })))
    expect(onScreen.size).toBe(0)
  })

  it('tells of a missed call after five seconds, in place of the ring', () => {
    const alerter = start()
    alerter.onChanged(changed(null, call()))
    alerter.onChanged(changed(call(), missed()))
    vi.advanceTimersByTime(4_999)
    expect(kept).toEqual(['rang'])
    vi.advanceTimersByTime(1)
    expect([...onScreen.values()]).toEqual(['Missed: 98230 45678 | Sales · rang you'])
    expect(kept).toEqual(['rang', 'missed'])
  })

  it('tells of no missed call when a late answer arrives', () => {
    const alerter = start()
    alerter.onChanged(changed(null, call()))
    alerter.onChanged(changed(call(), missed()))
    vi.advanceTimersByTime(3_000)
    alerter.onChanged(changed(missed(), call({ phase: 'ended', outcome: 'connected' })))
    vi.advanceTimersByTime(10_000)
    expect(onScreen.size).toBe(0)
    expect(banners).toHaveLength(1)
  })

  it('takes a missed call off the screen once it has been seen', () => {
    const alerter = start()
    alerter.onChanged(changed(null, missed()))
    vi.advanceTimersByTime(5_000)
    expect(onScreen.size).toBe(1)
    alerter.onChanged(changed(missed(), { ...missed(), seen: true }))
    expect(onScreen.size).toBe(0)
  })

  it('says nothing while not to be disturbed, and keeps why', () => {
    doNotDisturb = true
    start().onChanged(changed(null, call()))
    expect(onScreen.size).toBe(0)
    expect(kept).toEqual(['do-not-disturb'])
  })

  it('tells of no missed call when it must not disturb by then', () => {
    const alerter = start()
    alerter.onChanged(changed(null, missed()))
    doNotDisturb = true
    vi.advanceTimersByTime(5_000)
    expect(banners).toEqual([])
    expect(kept).toEqual(['do-not-disturb'])
  })

  it('follows a call that gets its uid while it rings', () => {
    const alerter = start()
    alerter.onChanged(changed(null, call({ id: 'own:1' })))
    alerter.onChanged(changed(call({ id: 'own:1' }), call({ id: 'n2.1.1' })))
    expect([...onScreen.keys()]).toEqual(['n2.1.1'])
  })

  it('shows names and withheld numbers, labels a pretend call and disarms what steers a screen', () => {
    const alerter = start()
    const customer = { number: '+919823045678', raw: null, withheld: false, name: 'A\u202eB\n<b>' }
    alerter.onChanged(changed(null, call({ customer, source: 'pretend' })))
    const withheld = { number: null, raw: 'anonymous', withheld: true, name: null }
    alerter.onChanged(changed(null, call({ id: 'b', customer: withheld, department: null })))
    expect(banners).toEqual([
      'Pretend call: A\ufffdB <b> | 98230 45678 · Sales · rings you',
      'Number withheld | rings you',
    ])
  })

  it('leaves an empty screen', () => {
    const alerter = start()
    alerter.onChanged(changed(null, call()))
    alerter.onChanged(changed(null, { ...missed(), id: 'b' }))
    alerter.stop()
    vi.advanceTimersByTime(10_000)
    expect(onScreen.size).toBe(0)
  })
})
