import { beforeEach, describe, expect, it } from 'vitest'
import { mostProbesPerMonth } from '../../../main/hearing/schedule/next-probe.ts'
import { createProbeSchedule, type ProbeSchedule } from '../../../main/hearing/schedule/probe-schedule.ts'
import { dayMs, hourMs, minuteMs, secondMs } from '../../../shared/time.ts'
import { seededRandom } from '../../simulator/seeded-random.ts'

let nowMs: number
let timer: { atMs: number; run(): void } | null
let probes: number[]
let isProven: boolean
let schedule: ProbeSchedule
const startMs = new Date(2026, 10, 23).getTime()

beforeEach(() => {
  nowMs = startMs
  timer = null
  probes = []
  isProven = true
})

function start(everyMs: () => number = () => 10 * minuteMs) {
  schedule = createProbeSchedule({
    async probe() {
      probes.push((nowMs - startMs) / secondMs)
      return isProven
    },
    everyMs,
    now: () => nowMs,
    random: () => 0.5,
    after(ms, run) {
      const mine = { atMs: nowMs + ms, run }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
  })
}

/** Lets time pass, timer by timer. */
async function pass(ms: number): Promise<void> {
  const endMs = nowMs + ms
  while (timer !== null && timer.atMs <= endMs) {
    const { atMs, run } = timer
    timer = null
    nowMs = Math.max(nowMs, atMs)
    run()
    // The probe's answer, and what is planned after it.
    await Promise.resolve()
    await Promise.resolve()
  }
  nowMs = endMs
}

describe('the probe schedule', () => {
  it('probes four seconds after the start, then every ten minutes', async () => {
    start()
    await pass(31 * minuteMs)
    expect(probes).toEqual([4, 604, 1204, 1804])
  })

  it('makes one probe of events that come together', async () => {
    start()
    await pass(minuteMs)
    for (const ms of [0, secondMs, 2 * secondMs]) {
      await pass(ms)
      schedule.happened()
    }
    await pass(minuteMs)
    expect(probes).toEqual([4, 67])
  })

  it('sends none while calls come, and none for an event that a call followed', async () => {
    start()
    await pass(minuteMs)
    schedule.happened()
    for (let minute = 0; minute < 60; minute += 4) {
      schedule.heard()
      await pass(4 * minuteMs)
    }
    expect(probes).toEqual([4])
    await pass(2 * minuteMs)
    expect(probes).toHaveLength(2)
  })

  it('looks again sooner while the path is broken', async () => {
    isProven = false
    start()
    await pass(9 * minuteMs)
    expect(probes).toEqual([4, 64, 184, 484])
  })

  it('finds a sleep, and a clock that was set, by itself', async () => {
    start()
    await pass(minuteMs)
    nowMs += 3 * hourMs
    await pass(minuteMs)
    expect(probes).toHaveLength(2)
    nowMs -= dayMs
    if (timer !== null) timer.atMs = nowMs
    await pass(minuteMs)
    expect(probes).toHaveLength(3)
    await pass(10 * minuteMs)
    expect(probes).toHaveLength(4)
  })

  it('ends', async () => {
    start()
    schedule.stop()
    schedule.happened()
    await pass(hourMs)
    expect(probes).toEqual([])
  })

  it.each([0, 60, 600])('costs no more in a month of %i calls a day than is stated', async (callsPerDay) => {
    const random = seededRandom(1)
    const isUsual = () =>
      new Date(nowMs).getDay() > 0 && new Date(nowMs).getHours() >= 10 && new Date(nowMs).getHours() < 18
    start(() => (isUsual() ? 10 * minuteMs : hourMs))
    const daysOfCalls = 8 * 60
    for (let minute = 0; minute < (30.44 * dayMs) / minuteMs; minute++) {
      if (isUsual() && random() < callsPerDay / daysOfCalls) schedule.heard()
      await pass(minuteMs)
    }
    expect(probes.length).toBeLessThanOrEqual(
      mostProbesPerMonth({ usualHours: 48, happeningsPerDay: 0 }) * 1.02,
    )
    if (callsPerDay === 600) expect(probes.length).toBeLessThan(550)
  })
})
