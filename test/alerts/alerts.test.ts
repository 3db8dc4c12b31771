import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { minuteMs } from '../../shared/time.ts'
import { fakeTimers, openDesk, passing } from './desk.ts'
import { answer, asha, end, me, ring, second, startMs } from './stage.ts'

beforeEach(() => void vi.useFakeTimers({ now: startMs, toFake: [...fakeTimers] }))
afterEach(() => void vi.useRealTimers())

const uid = (call: number) => `n2.1.${call}`
const disturbingUntil = (seconds: number) => ({
  doNotDisturbUntil: second(seconds),
  doNotDisturbSince: second(0),
})

describe('a call at this desk', () => {
  it('is shown, and what was done about it is kept with it', async () => {
    const desk = await openDesk()
    await desk.tell(ring(0, me), uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
    expect(desk.banners.titles()).toEqual(['98230 45678'])
    expect(await desk.kept(uid(1))).toBe('rang')
    await desk.tell(answer(5, asha), uid(1))
    await passing(3)
    expect(desk.rows()).toEqual([])
    expect(await desk.kept(uid(1))).toBe('rang')
  })

  it('tells how the customer is known', async () => {
    const desk = await openDesk()
    await desk.tell(ring(0, asha), uid(1))
    await desk.tell(end(20), uid(1))
    await desk.tell(ring(60, me), uid(2))
    expect(desk.calls()).toMatchObject([
      { story: { callsToday: 2, missedToday: 1, waitingSince: second(0), lastSpoke: null } },
    ])
    expect([...desk.banners.alive.values()].at(-1)?.body).toContain('2nd call today · 1 missed')
  })

  it('is not shown outside the shift, nor of an ignored number, and why is kept', async () => {
    const desk = await openDesk({ shift: { days: [0, 1, 2, 3, 4, 5, 6], from: '13:00', to: '18:00' } })
    await desk.tell(ring(0, me), uid(1))
    expect(await desk.kept(uid(1))).toBe('outside-shift')
    desk.change({ shift: null, ignored: ['+919823045678'] })
    await desk.tell(ring(0, me), uid(2))
    expect(await desk.kept(uid(2))).toBe('ignored')
    await passing(10)
    expect(desk.rows()).toEqual([])
    expect(desk.banners.notified).toEqual([])
  })

  it('keeps why its ring was not shown, whatever becomes of it', async () => {
    const desk = await openDesk(disturbingUntil(900))
    await desk.tell(ring(0, me), uid(1))
    await desk.tell(answer(5, me), uid(1))
    await desk.tell(end(60), uid(1))
    await passing(800)
    await desk.tell({ ...end(60), kind: 'log', exact: true, phase: 'ended', outcome: 'connected' }, uid(1))
    expect(await desk.kept(uid(1))).toBe('do-not-disturb')
  })

  it('is mine with a note box once its agent says so, who had answered it before', async () => {
    const desk = await openDesk({ me: [] })
    await desk.tell(ring(0, asha), uid(1))
    await desk.tell(answer(5, asha), uid(1))
    expect(desk.calls()).toMatchObject([{ state: 'taken', by: 'Asha' }])
    desk.change({ me: ['+919000010001'] })
    await passing(60)
    expect(desk.calls()).toMatchObject([{ state: 'answered', by: 'you', ask: null }])
  })

  it('shows a note on its row that is written elsewhere', async () => {
    const desk = await openDesk()
    await desk.tell(ring(0, me), uid(1))
    await desk.edit(uid(1), { field: 'note', value: 'refund' })
    expect(desk.calls()).toMatchObject([{ note: 'refund' }])
    await desk.tell(end(30), uid(1))
    await passing(5)
    await desk.edit(uid(1), { field: 'seen', value: true })
    expect(desk.rows()).toEqual([])
  })
})

describe('do not disturb', () => {
  it('ends by itself: one summary, and what rings at that moment rings', async () => {
    const desk = await openDesk(disturbingUntil(600))
    await desk.tell(ring(10, me), uid(1))
    await desk.tell(end(30), uid(1))
    await desk.tell(ring(20, asha), uid(2))
    await passing(560)
    await desk.tell(ring(560, me), uid(3))
    await passing(39)
    expect(desk.rows()).toEqual([])
    expect(desk.banners.notified).toEqual([])
    const statusesBefore = desk.statuses()
    await passing(1)
    expect(desk.rows()).toMatchObject([
      { kind: 'call', id: uid(3), state: 'ringing' },
      { kind: 'away', from: second(0), to: second(600), calls: 3, mine: 2, owed: 1 },
    ])
    expect([...desk.banners.alive.keys()].toSorted()).toEqual(['away', uid(3)])
    expect(desk.statuses()).toBeGreaterThan(statusesBefore)
  })

  it('ends soon after the computer wakes, if it should have ended while that slept', async () => {
    const desk = await openDesk(disturbingUntil(600))
    desk.alerts.away.leave('asleep')
    // While it sleeps the clock goes on, and timers do not.
    vi.setSystemTime(startMs + 60 * minuteMs)
    desk.alerts.away.back('asleep')
    await passing(10)
    await desk.tell(ring(3_610, me), uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
  })

  it('can be set for longer than a timer lasts', async () => {
    const desk = await openDesk(disturbingUntil(40 * 24 * 3_600))
    const statusesBefore = desk.statuses()
    await passing(60)
    expect(desk.alerts.away.has('do not disturb')).toBe(true)
    expect(desk.statuses()).toBe(statusesBefore)
  })

  it('takes what is shown off the screen, and what was missed before comes back after it', async () => {
    const desk = await openDesk()
    await desk.tell(ring(0, me), uid(1))
    await desk.tell(end(20), uid(1))
    await passing(5)
    await desk.tell(ring(5, me), uid(2))
    desk.change({ doNotDisturbUntil: second(600), doNotDisturbSince: second(5) })
    expect(desk.rows()).toEqual([])
    expect(desk.banners.alive.size).toBe(0)
    desk.change({ ignored: ['+919811111111'] })
    expect(desk.banners.alive.size).toBe(0)
    await passing(300)
    desk.change({ doNotDisturbUntil: null, doNotDisturbSince: null })
    await passing(0)
    expect(desk.rows()).toMatchObject([
      { kind: 'missed', count: 1 },
      { kind: 'away', mine: 1 },
    ])
  })

  it('lets a pretend call through: somebody asked for it', async () => {
    const desk = await openDesk(disturbingUntil(600))
    await desk.tell({ ...ring(0, me), source: 'pretend' }, uid(1))
    expect(desk.calls()).toMatchObject([{ state: 'ringing', pretend: true }])
  })
})

describe('sleep and lock', () => {
  it('rings for nothing that is over, and tells of it in one summary', async () => {
    const desk = await openDesk()
    desk.alerts.away.leave('locked')
    desk.alerts.away.leave('asleep')
    await passing(300)
    desk.alerts.away.back('asleep')
    desk.alerts.away.back('locked')
    // Sent again: the provider found nobody listening.
    await passing(10)
    await desk.tell(end(290), uid(1))
    await desk.tell(ring(270, me), uid(1))
    await passing(29)
    expect(desk.rows()).toEqual([])
    expect(await desk.kept(uid(1))).toBe('away')
    await passing(1)
    expect(desk.rows()).toMatchObject([
      { kind: 'away', from: second(0), to: second(300), calls: 1, mine: 1, owed: 1 },
    ])
    expect(desk.banners.notified).toEqual(['While you were away 11:58–12:03'])
  })

  it('counts a call that began in the second in which the time away did: whole seconds are told', async () => {
    const desk = await openDesk()
    await passing(0.6)
    desk.alerts.away.leave('locked')
    await desk.tell(ring(0, me), uid(1))
    await desk.tell(end(20), uid(1))
    await passing(60)
    desk.alerts.away.back('locked')
    expect(desk.rows()).toMatchObject([{ kind: 'away', calls: 1, mine: 1, owed: 1 }])
  })

  it('lets a call ring that came after, and tells that it was missed', async () => {
    const desk = await openDesk()
    desk.alerts.away.leave('asleep')
    await passing(300)
    desk.alerts.away.back('asleep')
    await desk.tell(ring(302, me), uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
    await passing(20)
    await desk.tell(end(322), uid(1))
    await passing(5)
    expect(desk.states()).toEqual([`${uid(1)} missed`])
  })

  it('lets a call ring that rang before and still does, and tells that it was missed', async () => {
    const desk = await openDesk()
    desk.alerts.away.leave('asleep')
    await passing(300)
    desk.alerts.away.back('asleep')
    await passing(5)
    await desk.tell(ring(295, me), uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
    await passing(10)
    await desk.tell(end(315), uid(1))
    await passing(5)
    expect(desk.states()).toEqual([`${uid(1)} missed`])
  })

  it('takes what is sent again for no sign of a clock that is off', async () => {
    const desk = await openDesk()
    desk.alerts.away.leave('asleep')
    await passing(300)
    desk.alerts.away.back('asleep')
    for (const call of [1, 2, 3]) await desk.tell(ring(call, asha), uid(call))
    expect(desk.alerts.status().clockBehindMs).toBe(null)
  })

  it('tells of a miss after it, also where only its end was heard', async () => {
    const desk = await openDesk()
    desk.alerts.away.leave('asleep')
    await passing(300)
    desk.alerts.away.back('asleep')
    await passing(10)
    await desk.tell({ ...end(305), agents: [me] }, uid(1))
    await passing(5)
    expect(desk.states()).toEqual([`${uid(1)} missed`])
  })

  it('says nothing where no call was mine', async () => {
    const desk = await openDesk({ ignored: ['+919811111111'] })
    desk.alerts.away.leave('locked')
    await desk.tell(ring(0, asha), uid(1))
    await desk.tell({ ...ring(0, me), customer: { number: '+919811111111' } }, uid(2))
    await passing(60)
    desk.alerts.away.back('locked')
    await passing(60)
    expect(desk.rows()).toEqual([])
    expect(desk.banners.notified).toEqual([])
  })

  it('lets a call ring again that rings on when the screen is unlocked, but none without news', async () => {
    const desk = await openDesk()
    await desk.tell(ring(0, me), uid(1))
    desk.alerts.away.leave('locked')
    expect(desk.rows()).toEqual([])
    await passing(20)
    await desk.tell(ring(20, me), uid(2))
    await passing(75)
    desk.alerts.away.back('locked')
    await passing(0)
    expect(desk.states()).toEqual([`${uid(2)} ringing`, 'away'])
  })

  it('is one time away where the agent leaves again before it was told', async () => {
    const desk = await openDesk()
    desk.alerts.away.leave('asleep')
    await desk.tell(ring(0, me), uid(1))
    await desk.tell(end(20), uid(1))
    await passing(60)
    desk.alerts.away.back('asleep')
    await passing(20)
    desk.alerts.away.leave('locked')
    await passing(60)
    expect(desk.rows()).toEqual([])
    desk.alerts.away.back('locked')
    await passing(40)
    expect(desk.rows()).toMatchObject([{ kind: 'away', from: second(0), to: second(140), mine: 1 }])
    expect(desk.banners.notified).toHaveLength(1)
  })

  it('does not tear from a talk', async () => {
    const desk = await openDesk()
    await desk.tell(ring(0, me), uid(1))
    await desk.tell(answer(5, me), uid(1))
    desk.alerts.away.leave('locked')
    expect(desk.states()).toEqual([`${uid(1)} answered`])
    await desk.tell(end(20), uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ended`])
  })
})

describe('another start', () => {
  it('shows nothing of a ring that was shown, not even for repeats, but a new ring', async () => {
    const first = await openDesk()
    await first.tell(ring(0, me), uid(1))
    await first.stop()
    expect(first.rows()).toEqual([])
    expect(first.banners.alive.size).toBe(0)
    await passing(10)
    const desk = await openDesk({}, first.dir)
    for (let time = 0; time < 3; time++) await desk.tell(ring(0, me), uid(1))
    await desk.tell({ kind: 'unknown', at: second(2) }, uid(1))
    expect(desk.rows()).toEqual([])
    expect(desk.banners.notified).toEqual([])
    await desk.tell(ring(12, me), uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
  })

  it('lets a call ring that nobody was shown', async () => {
    const first = await openDesk(disturbingUntil(600))
    await first.tell(ring(0, me), uid(1))
    await first.stop()
    const desk = await openDesk({}, first.dir)
    await desk.tell({ kind: 'unknown', at: second(2) }, uid(1))
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
  })
})

describe('a clock that is off', () => {
  it('is noticed by three calls that agree: then rings are fresh, and the status tells', async () => {
    const desk = await openDesk()
    await passing(20 * 60)
    for (const call of [1, 2]) await desk.tell(ring(call, me), uid(call))
    expect(desk.rows()).toEqual([])
    expect(await desk.kept(uid(1))).toBe('stale')
    expect(desk.alerts.status().clockBehindMs).toBe(null)
    const statusesBefore = desk.statuses()
    await desk.tell(ring(3, me), uid(3))
    expect(desk.states()).toEqual([`${uid(3)} ringing`])
    expect(desk.alerts.status().clockBehindMs).toBe(-20 * minuteMs + 2_000)
    expect(desk.statuses()).toBeGreaterThan(statusesBefore)
  })

  it('does not hide what happened while nobody was there', async () => {
    const desk = await openDesk()
    await passing(20 * 60)
    for (const call of [1, 2, 3]) await desk.tell(ring(call, asha), uid(call))
    desk.alerts.away.leave('locked')
    await passing(60)
    await desk.tell(ring(30, me), uid(4))
    desk.alerts.away.back('locked')
    await passing(100)
    expect(desk.rows()).toMatchObject([{ kind: 'away', from: second(1_200), to: second(1_260), mine: 1 }])
  })
})

describe('a system that shows no notification', () => {
  it('makes the card take over until it shows them again, and the status tells why', async () => {
    const desk = await openDesk({ showCallsAs: 'notification' })
    await desk.tell(ring(0, me), uid(1))
    expect(desk.rows()).toEqual([])
    desk.alerts.onNotificationProblem('no notification service answers')
    expect(desk.states()).toEqual([`${uid(1)} ringing`])
    expect(desk.alerts.status().notificationProblem).toBe('no notification service answers')
    expect(desk.banners.notified).toHaveLength(1)
    desk.alerts.onNotificationProblem(null)
    expect(desk.rows()).toEqual([])
    expect(desk.statuses()).toBe(2)
  })
})

describe('the end of the app', () => {
  it('leaves nothing on the screen and nothing to come', async () => {
    const desk = await openDesk(disturbingUntil(600))
    await desk.tell({ ...ring(0, me), source: 'pretend' }, uid(1))
    desk.alerts.away.leave('asleep')
    desk.alerts.away.back('asleep')
    await desk.stop()
    await passing(700)
    expect(desk.rows()).toEqual([])
    expect(desk.banners.alive.size).toBe(0)
    expect(desk.said).toEqual([])
  })
})
