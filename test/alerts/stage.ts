import { vi } from 'vitest'
import { createAlerter } from '../../main/alerts/alerter.ts'
import type { Banner } from '../../main/alerts/banner-text.ts'
import type { Quiet } from '../../main/alerts/decide.ts'
import { isNews } from '../../main/alerts/explain.ts'
import { createScreen } from '../../main/alerts/screen/screen.ts'
import type { CallRecord } from '../../main/calls/call-record.ts'
import type { Told, ToldAgent } from '../../main/calls/fact.ts'
import { project } from '../../main/calls/project.ts'
import { createDisplay } from '../../main/display.ts'
import type { Call } from '../../shared/call.ts'
import type { CallCardRow, CardRow } from '../../shared/card.ts'
import { createStoryClock } from '../../shared/story-clock.ts'
import { secondMs, toInstant } from '../../shared/time.ts'

export const startMs = Date.parse('2026-11-23T06:28:09Z')

/** So many seconds after the start. */
export const second = (seconds: number) => toInstant(startMs + seconds * secondMs)

export const me: ToldAgent = { number: '+919000010002' }
export const asha: ToldAgent = { number: '+919000010001', name: 'Asha' }
export const vikram: ToldAgent = { id: '5cd4', name: 'Vikram' }
export const customer = { number: '+919823045678' }

type At = number
export const ring = (at: At, ...agents: ToldAgent[]): Told => ({
  kind: 'ringing',
  at: second(at),
  direction: 'incoming',
  customer,
  department: 'Sales',
  agents,
})
export const answer = (at: At, ...agents: ToldAgent[]): Told => ({
  kind: 'answered',
  at: second(at),
  customer,
  agents,
})
export const end = (at: At): Told => ({ kind: 'ended', at: second(at), customer })

/** What a system shows: one banner per id; showing it again replaces it. */
export function bannersOfASystem() {
  const alive = new Map<string, Banner>()
  const notified: string[] = []
  return {
    alive,
    notified,
    titles: () => [...alive.values()].map(({ title }) => title),
    presenter: {
      show(banner: Banner) {
        alive.set(banner.id, banner)
        notified.push(banner.title)
      },
      close: (id: string) => void alive.delete(id),
    },
  }
}

/** The alerter and its screen, with calls made of facts. Timers must be fake by now. */
export function createStage(calls = new Map<string, CallRecord>()) {
  const settings = {
    me: ['+919000010002'],
    notMe: [] as string[],
    watchAll: false,
    ignored: [] as string[],
    card: true,
    banner: true,
  }
  const banners = bannersOfASystem()
  const kept: string[] = []
  const shown: CardRow[][] = []
  const setting = { quiet: null as Quiet | null, behindMs: 0 }
  const display = () => createDisplay({ country: 'IN', me: settings.me })
  const callOf = ({ id, facts, edits }: Readonly<CallRecord>) => project(id, facts, edits)
  const screen = createScreen({
    card: { show: (rows) => void shown.push(rows) },
    banners: banners.presenter,
    showsAs: () => ({ card: settings.card, banner: settings.banner }),
    display,
    clock: createStoryClock({ now: Date.now }),
    now: Date.now,
  })
  const alerter = createAlerter({
    screen,
    display,
    desk: () => settings,
    asksWhose: () => settings.me.length === 0 && !settings.watchAll,
    isIgnored: (call) => settings.ignored.includes(call.customer.number ?? ''),
    quiet: () => setting.quiet,
    story: () => null,
    callOf,
    clockBehindMs: () => setting.behindMs,
    keep(callId, outcome) {
      kept.push(outcome)
      const record = calls.get(callId)
      if (record === undefined || !isNews(outcome, record.edits.alert?.value)) return
      record.edits = { ...record.edits, alert: { value: outcome, at: toInstant(Date.now()), desk: 'a' } }
    },
    now: Date.now,
  })
  let seq = 0

  function change(id: string, apply: (record: CallRecord) => void): { before: Call | null; after: Call } {
    const record = calls.get(id) ?? { id, facts: [], edits: {} }
    const before = record.facts.length === 0 ? null : callOf(record)
    apply(record)
    calls.set(record.id, record)
    return { before, after: callOf(record) }
  }

  return {
    settings,
    setting,
    screen,
    alerter,
    banners,
    kept,
    /** How often the card was told what to show. */
    shown,
    rows: () => shown.at(-1) ?? [],
    calls: () => (shown.at(-1) ?? []).filter((row): row is CallCardRow => row.kind === 'call'),
    states: () => (shown.at(-1) ?? []).map((row) => (row.kind === 'call' ? row.state : row.kind)),
    record(id = 'call') {
      const record = calls.get(id)
      if (record === undefined) throw new Error(`Nobody told of ${id}`)
      return record
    },
    /** A delivery about a call; the same key again is a repeat. */
    tell(told: Told, id = 'call', key = `key-${seq + 1}`) {
      seq++
      const receivedAt = toInstant(Date.now())
      const fact = { ...told, at: told.at ?? receivedAt, key, seq, deliveryId: `d${seq}`, receivedAt }
      const known = calls.get(id)
      if (known?.facts.some((each) => each.key === key)) {
        const call = callOf(known)
        return alerter.onChanged({ callId: id, before: call, after: call, record: known })
      }
      const changed = change(id, (record) => void record.facts.push(fact))
      alerter.onChanged({ callId: id, ...changed, record: calls.get(id) as CallRecord })
    },
    /** The call gets its uid by what is told of it. */
    tellUid(told: Told, id: string, uid: string) {
      const record = calls.get(id)
      if (record === undefined) throw new Error(`Nobody told of ${id}`)
      const before = callOf(record)
      seq++
      const receivedAt = toInstant(Date.now())
      record.facts.push({ ...told, at: told.at ?? receivedAt, key: uid, seq, deliveryId: uid, receivedAt })
      record.id = uid
      calls.set(uid, record)
      alerter.onChanged({ callId: uid, before, after: callOf(record), record })
    },
    see(id = 'call') {
      const edit = { value: true, at: toInstant(Date.now()), desk: 'a' }
      const changed = change(id, (record) => {
        record.edits = { ...record.edits, seen: edit }
      })
      alerter.onChanged({ callId: id, ...changed, record: calls.get(id) as CallRecord })
    },
    note(text: string, id = 'call') {
      const edit = { value: text, at: toInstant(Date.now()), desk: 'a' }
      const changed = change(id, (record) => {
        record.edits = { ...record.edits, note: edit }
      })
      alerter.onEdited({ callId: id, ...changed, record: calls.get(id) as CallRecord })
    },
  }
}

export const pass = (seconds: number) => void vi.advanceTimersByTime(seconds * secondMs)
