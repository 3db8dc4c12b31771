import { describe, expect, it } from 'vitest'
import {
  type AlarmMemory,
  decideAlarm,
  declareHoliday,
  type Situation,
} from '../../../main/hearing/quiet/quiet-alarm.ts'
import { learnUsual, type Usual } from '../../../main/hearing/quiet/usual.ts'
import { dayMs, hourMs, minuteMs, toInstant } from '../../../shared/time.ts'
import { seededRandom } from '../../simulator/seeded-random.ts'
import { callsOf, mondayMs } from './company.ts'

const weekMs = 7 * dayMs
const fresh: AlarmMemory = { alertedForMs: null, holidayUntilMs: null }

function situation(values: Partial<Situation> & Pick<Situation, 'nowMs' | 'heardMs'>): Situation {
  const usual = learnUsual({ calls: [], untilMs: values.nowMs, deaf: [] })
  return { usual, deaf: [], refusedInARow: 0, quotaUsedUp: false, probe: 'proven', ...values }
}

/** What the alarm says every five minutes, with what is usual learnt anew every day. */
function* watch(calls: number[], fromMs: number, toMs: number) {
  let memory = fresh
  let usual: Usual | null = null
  let next = calls.findIndex((ms) => ms > fromMs)
  if (next === -1) next = calls.length
  for (let nowMs = fromMs; nowMs < toMs; nowMs += 5 * minuteMs) {
    while (next < calls.length && (calls[next] ?? 0) <= nowMs) next++
    const heardMs = calls[next - 1] ?? null
    if (usual === null || (nowMs - mondayMs) % dayMs === 0) {
      usual = learnUsual({ calls: calls.slice(0, next), untilMs: heardMs ?? nowMs, deaf: [] })
    }
    const decision = decideAlarm(situation({ nowMs, heardMs, usual }), memory)
    memory = decision.memory
    yield { nowMs, heardMs, ...decision }
  }
}

const volumes = [5, 60, 600]
const seeds = [1, 2, 3]

describe.each(volumes)('a company of %i calls a day', (callsPerDay) => {
  it.each(seeds)('has no wrong alarm in eight weeks, after the first two of history (%i)', (seed) => {
    const calls = callsOf({ callsPerDay, random: seededRandom(seed) }, 10)
    const alarms = [...watch(calls, mondayMs + 2 * weekMs, mondayMs + 10 * weekMs)].filter(
      ({ alert }) => alert,
    )
    expect(alarms.map(({ nowMs, heardMs }) => [toInstant(nowMs), heardMs && toInstant(heardMs)])).toEqual([])
  })

  const statedHours = { 5: 5 * 24, 60: 6, 600: 0.75 }[callsPerDay] ?? 0
  it.each([2, 10])(
    `hears of a stop on Tuesday at eleven within ${statedHours} h, once, with %i weeks of history`,
    (weeks) => {
      const stopMs = mondayMs + weeks * weekMs + dayMs + 11 * hourMs
      for (const seed of seeds) {
        const calls = callsOf({ callsPerDay, random: seededRandom(seed) }, weeks + 1).filter(
          (ms) => ms < stopMs,
        )
        const watched = [...watch(calls, stopMs, stopMs + statedHours * hourMs + dayMs)]
        const alerts = watched.filter(({ alert }) => alert)
        expect(alerts).toHaveLength(1)
        expect((alerts[0]?.nowMs ?? 0) - stopMs).toBeLessThanOrEqual(statedHours * hourMs)
        expect(watched.at(-1)?.alarm).not.toBeNull()
      }
    },
  )
})

describe('a company of 60 calls a day that is cut off', () => {
  const calls = callsOf({ callsPerDay: 60, random: seededRandom(7) }, 10)
  const heardOn = (day: number, hour: number) =>
    calls.filter((ms) => ms < mondayMs + 9 * weekMs + day * dayMs + hour * hourMs)
  const whole = (day: number) => mondayMs + 9 * weekMs + day * dayMs

  it('on Saturday evening is not told of on Sunday, nor in any night', () => {
    const heard = heardOn(5, 18)
    const alerts = [...watch(heard, whole(6), whole(9))].filter(({ alert }) => alert)
    expect(alerts).toHaveLength(1)
    const at = new Date(alerts[0]?.nowMs ?? 0)
    expect([at.getDay(), at.getHours()]).toEqual([1, expect.toSatisfy((hour) => hour >= 10 && hour <= 13)])
  })

  it('says since when, and what is usual', () => {
    const last = [...watch(heardOn(2, 10.5), whole(2), whole(2) + 16 * hourMs)].at(-1)
    expect(last?.alarm?.sentence).toMatch(
      /^No call has reached Ringtray since 10:\d\d; usual now: one every \d+ minutes$/,
    )
    expect(last?.alarm?.causes.map(({ code }) => code)).toEqual(['switched-off', 'really-quiet'])
  })

  it('stays told through the night, without a second alert', () => {
    const watched = [...watch(heardOn(2, 10.5), whole(2) + 15 * hourMs, whole(4))]
    expect(watched.filter(({ alert }) => alert)).toHaveLength(1)
    expect(watched.at(-1)?.alarm?.sentence).toMatch(/since Wednesday,? 7 October.* are usual in that time$/)
  })

  it('is heard again: the alarm ends with the first call', () => {
    const heard = [...heardOn(2, 10.5), whole(2) + 17 * hourMs]
    const watched = [...watch(heard, whole(2) + 16 * hourMs, whole(2) + 17.2 * hourMs)]
    expect(watched[0]?.alarm).not.toBeNull()
    expect(watched.at(-1)?.alarm).toBeNull()
  })

  it('counts no silence of hours in which we could not hear', () => {
    const heardMs = heardOn(2, 10).at(-1) ?? 0
    const usual = learnUsual({ calls, untilMs: heardMs, deaf: [] })
    const nowMs = whole(2) + 15 * hourMs
    const deaf = [{ fromMs: heardMs + minuteMs, toMs: nowMs - hourMs }]
    expect(decideAlarm(situation({ nowMs, heardMs, usual }), fresh).alarm).not.toBeNull()
    expect(decideAlarm(situation({ nowMs, heardMs, usual, deaf }), fresh).alarm).toBeNull()
  })
})

describe('before two weeks of history', () => {
  const at = (day: number, hour: number) => mondayMs + day * dayMs + hour * hourMs

  it.each([
    ['on the next day, after more than ten hours of usual ones', at(0, 12), at(1, 15), true],
    ['not on the same day', at(0, 10), at(0, 17.9), false],
    ['not on Sunday', at(5, 11), at(6, 15), false],
    ['not at night', at(0, 17), at(1, 3), false],
    ['not where nothing was ever heard', null, at(30, 12), false],
  ])('alarms %s', (_when, heardMs, nowMs, alarms) => {
    expect(decideAlarm(situation({ nowMs, heardMs }), fresh).alert).toBe(alarms)
  })
})

describe('an outage that needs no silence', () => {
  const nowMs = mondayMs + 3 * hourMs
  const heardMs = nowMs - 10 * minuteMs

  it('is three deliveries refused in a row, not two', () => {
    expect(decideAlarm(situation({ nowMs, heardMs, refusedInARow: 2 }), fresh).alarm).toBeNull()
    const { alarm, alert } = decideAlarm(situation({ nowMs, heardMs, refusedInARow: 3 }), fresh)
    expect(alert).toBe(true)
    expect(alarm?.sentence).toContain('the last 3 deliveries came with a wrong secret')
    expect(alarm?.causes[0]?.code).toBe('wrong-secret')
  })

  it('is a quota used up, the first of its causes', () => {
    const told = situation({ nowMs, heardMs, refusedInARow: 1, quotaUsedUp: true, probe: 'quota-used-up' })
    const { alarm } = decideAlarm(told, fresh)
    expect(alarm?.causes.map(({ code }) => code)).toEqual(['quota-used-up', 'wrong-secret', 'switched-off'])
  })

  it('is told before anything was ever heard, too', () => {
    const first = decideAlarm(situation({ nowMs, heardMs: null, refusedInARow: 3 }), fresh)
    expect(first).toMatchObject({ alert: true, alarm: { since: null } })
    const second = decideAlarm(situation({ nowMs, heardMs: null, refusedInARow: 4 }), first.memory)
    expect(second.alert).toBe(false)
  })

  it('names a path that a probe found broken', () => {
    const { alarm } = decideAlarm(
      situation({ nowMs, heardMs, refusedInARow: 3, probe: 'tunnel-down' }),
      fresh,
    )
    expect(alarm?.causes.map(({ code }) => code)).toContain('path-broken')
  })

  it('is one outage, whatever else is found meanwhile and however often Ringtray starts', () => {
    const first = decideAlarm(situation({ nowMs, heardMs, refusedInARow: 3 }), fresh)
    const kept = JSON.parse(JSON.stringify(first.memory))
    const later = situation({ nowMs: nowMs + 2 * dayMs, heardMs, refusedInARow: 5, quotaUsedUp: true })
    const second = decideAlarm(later, kept)
    expect(second.alarm).not.toBeNull()
    expect(second.alert).toBe(false)
    const again = situation({ nowMs: nowMs + 3 * dayMs, heardMs: nowMs + 2 * dayMs, refusedInARow: 3 })
    expect(decideAlarm(again, second.memory).alert).toBe(true)
  })
})

describe('it is a holiday', () => {
  const heardMs = mondayMs + 12 * hourMs
  const at = (day: number, hour: number) =>
    situation({ nowMs: mondayMs + day * dayMs + hour * hourMs, heardMs })
  const told = decideAlarm(at(1, 15), fresh)
  const memory = declareHoliday(told.memory, mondayMs + dayMs + 15 * hourMs)

  it('silences the alarm until tomorrow, and the hours before count no more', () => {
    expect(told.alert).toBe(true)
    expect(decideAlarm(at(1, 17), memory).alarm).toBeNull()
    expect(decideAlarm(at(2, 12), memory).alarm).toBeNull()
    expect(decideAlarm(at(3, 15), memory)).toMatchObject({ alert: true })
  })

  it('silences no wrong secret', () => {
    const refused = { ...at(1, 17), refusedInARow: 3 }
    expect(decideAlarm(refused, memory)).toMatchObject({ alert: false, alarm: expect.anything() })
  })
})
