import type { BlindSpot, HearingStatus, ProbeFinding, QuietAlarm } from '../../shared/hearing.ts'
import type { Shift } from '../../shared/settings.ts'
import { hourMs, minuteMs, toInstant } from '../../shared/time.ts'
import type { TunnelState } from '../../shared/tunnel.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import type { DeafMark } from '../journal/entry.ts'
import type { Log } from '../log.ts'
import { blindSpotsBetween, type Deafness, mergeDeafness } from './blind-spots/blind-spots.ts'
import { createEar } from './blind-spots/ear.ts'
import type { Diagnose } from './diagnosis/diagnose.ts'
import { openHeardFile } from './heard-file.ts'
import { hearingWord } from './hearing-word.ts'
import { createPath, isDeafening, type PathOptions } from './path.ts'
import { decideAlarm, declareHoliday } from './quiet/quiet-alarm.ts'
import { learnUsual, taughtByMs, type Usual } from './quiet/usual.ts'
import { probeEveryMs } from './schedule/next-probe.ts'
import { createProbeSchedule } from './schedule/probe-schedule.ts'
import { addressHeardOn, guardUrl } from './url-guard.ts'

/** Whether calls can reach us and whether they do: everything that happens goes in, one status comes out. */
export interface Hearing {
  status(): HearingStatus
  /** For the history's rows; oldest first. */
  blindSpots(fromMs: number, toMs: number): BlindSpot[]
  listening(): void
  listenerFailed(): void
  /** `stopped` where there is no tunnel to watch and no address; `up` for an address of one's own. */
  tunnel(state: TunnelState, quotaUsedUp: boolean): void
  suspended(): void
  /** The machine woke, was unlocked, or its network is another. */
  woke(): void
  /** A real webhook is on disk. `requestHost`: its `Host`, where that is known. */
  heard(requestHost: string | null): void
  /** A delivery without a right proof. */
  refused(): void
  itIsAHoliday(): Promise<void>
  /** Null where there is no address. */
  probeNow(): Promise<ProbeFinding | null>
  /** Before the bookkeeper stops. */
  stop(): Promise<void>
}

export interface HearingOptions extends Pick<PathOptions, 'addresses' | 'now' | 'log'> {
  /** The data folder. */
  dir: string
  diagnose: Diagnose
  /** There is a way in that is meant to stand. */
  isWanted(): boolean
  /** The call book is loaded: only then is it known what is usual, and when a call was last heard. */
  ready: Promise<void>
  /** Calls that began since then, in any order. */
  callsSince(fromMs: number): Iterable<Pick<IndexRow, 'startedMs' | 'heardMs' | 'pretend'>>
  deafness(): readonly Deafness[]
  keep(mark: DeafMark): Promise<void>
  shift(): Shift | null
  onStatus(status: HearingStatus): void
  /** Once for every outage, do-not-disturb or not. */
  onAlert(alarm: QuietAlarm): void
  log: Log
}

export async function openHearing(options: HearingOptions): Promise<Hearing> {
  const { dir, addresses, now, log, diagnose, isWanted, callsSince, deafness, keep, shift } = options
  const { onStatus, onAlert } = options
  const file = await openHeardFile({ dir, log })
  const ear = createEar({ heard: file, keep, now, log })
  const path = createPath({ diagnose, addresses, now, log })
  let usual: Usual = learnUsual({ calls: [], untilMs: now(), deaf: [] })
  let learntMs = Number.NEGATIVE_INFINITY
  let heardMs: number | null = null
  let refusedInARow = 0
  let isReady = false
  let isListening = false
  let tunnelState: TunnelState = 'stopped'
  let tunnelQuotaUsedUp = false
  let upMs = Number.POSITIVE_INFINITY
  let alarm: QuietAlarm | null = null

  function status(): HearingStatus {
    const { publicUrl } = addresses()
    const probe = path.finding()
    const provenMs = path.provenMs()
    return {
      word: hearingWord({
        isWanted: isWanted(),
        isListening,
        tunnel: tunnelState,
        probe: probe?.code ?? null,
        heardSinceProbe: heardSinceProbe(),
        isProven: Math.max(provenMs ?? 0, heardMs ?? 0) >= upMs,
        alarm,
      }),
      pathProvenAt: provenMs === null ? null : toInstant(provenMs),
      heardAt: heardMs === null ? null : toInstant(heardMs),
      probe,
      alarm,
      urlChanged: guardUrl({ url: publicUrl, heardOn: file.current().heardOn }),
    }
  }

  const tell = () => onStatus(status())
  const heardSinceProbe = () => (heardMs ?? 0) > (path.probedMs() ?? 0)

  function deafSpans(): Deafness[] {
    const deafSinceMs = ear.deafSinceMs()
    const open =
      deafSinceMs === null ? [] : [{ fromMs: deafSinceMs, toMs: now(), because: 'tunnel-down' as const }]
    return mergeDeafness([...deafness(), ...open])
  }

  function learn() {
    learntMs = now()
    const rows = [...callsSince(learntMs - taughtByMs)].filter(({ pretend }) => !pretend)
    for (const row of rows) heardMs = Math.max(heardMs ?? 0, row.heardMs)
    usual = learnUsual({
      calls: rows.map(({ startedMs }) => startedMs),
      untilMs: heardMs ?? learntMs,
      deaf: deafSpans(),
    })
  }

  /** What time alone changes. */
  function look() {
    if (isReady) {
      if (Math.abs(now() - learntMs) >= hourMs) learn()
      const { alertedForMs, holidayUntilMs } = file.current()
      const probe = heardSinceProbe() ? null : (path.finding()?.code ?? null)
      const quotaUsedUp = tunnelQuotaUsedUp || probe === 'quota-used-up'
      const memory = { alertedForMs, holidayUntilMs }
      const decision = decideAlarm(
        { nowMs: now(), heardMs, usual, deaf: deafSpans(), refusedInARow, quotaUsedUp, probe },
        memory,
      )
      if (decision.memory !== memory) remember(decision.memory)
      alarm = decision.alarm
      if (decision.alert && alarm !== null) onAlert(alarm)
    }
    tell()
  }

  function remember(values: Parameters<typeof file.change>[0]): Promise<void> {
    return file.change(values).catch((error) => {
      log.warn('hearing.not-remembered', 'heard.json could not be written', error)
    })
  }

  /** A tunnel that says it is down, or a probe that no call would have survived either. */
  function tellEar() {
    const isDown = ['starting', 'down', 'limited'].includes(tunnelState)
    const isBroken = addresses().publicUrl !== null && isDeafening(path.finding()) && !heardSinceProbe()
    if (isDown || isBroken) ear.deaf('tunnel-down')
    else ear.over('tunnel-down')
  }

  async function probeNow(): Promise<ProbeFinding | null> {
    const finding = await path.probe()
    tellEar()
    look()
    return finding
  }

  const schedule = createProbeSchedule({
    async probe() {
      const finding = await probeNow()
      return finding === null || finding.code === 'proven'
    },
    everyMs: () => probeEveryMs(usual, now()),
    now,
    random: Math.random,
    after(ms, run) {
      const timer = setTimeout(run, ms)
      timer.unref()
      return () => clearTimeout(timer)
    },
  })
  const timer = setInterval(look, minuteMs)
  timer.unref()
  options.ready.then(
    () => {
      isReady = true
      look()
    },
    // Whoever needs the book hears of it.
    () => {},
  )

  return {
    status,
    blindSpots: (fromMs, toMs) => blindSpotsBetween(deafSpans(), { fromMs, toMs, shift: shift() }),
    listening() {
      isListening = true
      ear.listening()
      schedule.happened()
      tell()
    },
    listenerFailed() {
      isListening = false
      ear.deaf('listener-failed')
      tell()
    },
    tunnel(state, quotaUsedUp) {
      const cameUp = state === 'up' && tunnelState !== 'up'
      if (cameUp) upMs = now()
      tunnelState = state
      tunnelQuotaUsedUp = quotaUsedUp
      tellEar()
      if (cameUp) schedule.happened()
      look()
    },
    suspended: () => ear.deaf('asleep'),
    woke() {
      ear.over('asleep')
      schedule.happened()
    },
    heard(requestHost) {
      heardMs = now()
      refusedInARow = 0
      // It came in: whatever the tunnel said before is over.
      tunnelQuotaUsedUp = false
      schedule.heard()
      ear.over('tunnel-down')
      const { heardOn } = file.current()
      const heardBy = addressHeardOn({ url: addresses().publicUrl, heardOn }, requestHost)
      if (heardBy !== heardOn) void remember({ heardOn: heardBy })
      if (alarm === null) tell()
      else look()
    },
    refused() {
      refusedInARow++
      // Somebody who guesses shall not keep us busy; the minute brings the new count.
      if (refusedInARow <= 3) look()
    },
    async itIsAHoliday() {
      const { alertedForMs, holidayUntilMs } = file.current()
      await remember(declareHoliday({ alertedForMs, holidayUntilMs }, now()))
      look()
    },
    probeNow,
    stop() {
      clearInterval(timer)
      schedule.stop()
      return ear.stop()
    },
  }
}
