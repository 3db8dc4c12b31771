import { probeEveryMs } from '../../main/hearing/schedule/next-probe.ts'
import { createProbeSchedule } from '../../main/hearing/schedule/probe-schedule.ts'
import { dayMs, hourMs } from '../../shared/time.ts'
import { seededRandom } from '../simulator/seeded-random.ts'

const beginMs = new Date(2026, 10, 1).getTime()
const days = 30
/** Monday to Saturday, as before two weeks of history. */
const opensHour = 10
const closesHour = 18
/** Starts, resumes, unlocks and changes of network. */
const happeningsPerDay = 10

/**
 * How many probes the real schedule sends in November 2026, under a moved clock: every one comes home, calls come at
 * random within the usual hours, and ten times a day something happens to the computer.
 */
export async function countProbes({ callsPerDay }: { callsPerDay: number }): Promise<number> {
  const random = seededRandom(20_261_101)
  let nowMs = beginMs
  let timer: { atMs: number; run(): void } | null = null
  let probes = 0
  const schedule = createProbeSchedule({
    async probe() {
      probes++
      return true
    },
    everyMs: () => probeEveryMs({ perHour: (atMs) => (isUsual(atMs) ? 1 : 0) }, nowMs),
    now: () => nowMs,
    random,
    after(ms, run) {
      const mine = { atMs: nowMs + ms, run }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
  })

  async function passUntil(endMs: number) {
    for (let due = takeDue(endMs); due !== null; due = takeDue(endMs)) {
      nowMs = Math.max(nowMs, due.atMs)
      due.run()
      // The probe's answer, and what is planned after it.
      await Promise.resolve()
      await Promise.resolve()
    }
    nowMs = endMs
  }

  function takeDue(endMs: number) {
    if (timer === null || timer.atMs > endMs) return null
    const due = timer
    timer = null
    return due
  }

  for (const { atMs, tell } of events()) {
    await passUntil(atMs)
    tell()
  }
  await passUntil(beginMs + days * dayMs)
  schedule.stop()
  return probes

  function events() {
    const all: { atMs: number; tell(): void }[] = []
    for (let day = 0; day < days; day++) {
      const startMs = beginMs + day * dayMs
      const openMs = startMs + opensHour * hourMs
      const calls = isUsual(openMs) ? callsPerDay : 0
      for (let call = 0; call < calls; call++) {
        all.push({ atMs: openMs + random() * (closesHour - opensHour) * hourMs, tell: schedule.heard })
      }
      for (let count = 0; count < happeningsPerDay; count++) {
        all.push({ atMs: startMs + random() * dayMs, tell: schedule.happened })
      }
    }
    return all.sort((a, b) => a.atMs - b.atMs)
  }
}

function isUsual(atMs: number): boolean {
  const at = new Date(atMs)
  return at.getDay() !== 0 && at.getHours() >= opensHour && at.getHours() < closesHour
}
