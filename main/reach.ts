import type { BlindSpot, HearingStatus, ProbeFinding, QuietAlarm } from '../shared/hearing.ts'
import type { ReachStatus } from '../shared/reach.ts'
import type { TunnelSecretName, TunnelStatus } from '../shared/tunnel.ts'
import { createAsk } from './hearing/diagnosis/ask.ts'
import { createDiagnose } from './hearing/diagnosis/diagnose.ts'
import { type Hearing, openHearing } from './hearing/hearing.ts'
import { startMachineWatch } from './hearing/machine-watch.ts'
import { hasProof } from './listener/proofs.ts'
import type { Log } from './log.ts'
import type { Receiver } from './receiver.ts'
import { openChildren } from './tunnel/child/children.ts'
import { describeTunnel } from './tunnel/describe.ts'
import { openRequestMeter } from './tunnel/meter/meter-file.ts'
import { providers } from './tunnel/providers.ts'
import { stoppedMachine } from './tunnel/state.ts'
import { createSupervisor } from './tunnel/supervisor.ts'
import type { TunnelProvider } from './tunnel/tunnel.ts'

/**
 * Whether and how the world reaches a receiver: the way in, the probes through it, the alarm when nobody calls any
 * more. Plain Node, the same in the desktop app and in `serve`.
 */
export interface Reach extends Pick<Hearing, 'listenerFailed' | 'itIsAHoliday' | 'probeNow' | 'refused'> {
  status(): ReachStatus
  /** Calls that began then may be missing. Oldest first. */
  blindSpots(fromMs: number, toMs: number): BlindSpot[]
  /** Our own door is open: now the way in can be. */
  listening(door: { host: string; port: number }): void
  /** The way in, its secrets or the proofs are others. */
  reopen(): void
  suspended(): void
  /** The machine woke: what stands may only seem to. What no event tells of is noticed here. */
  woke(): void
  /** Somebody is back: whether calls still come through is looked at. */
  unlocked(): void
  /** Any request, also one that is refused: those that carry them count them. */
  requested(): void
  /** A real webhook is on disk. `requestHost`: its `Host`, where it has one. */
  heard(requestHost: string | null): void
  /** Before the receiver stops: what was not heard is written down. */
  stop(): Promise<void>
}

export interface ReachOptions {
  dir: string
  receiver: Pick<
    Receiver,
    'settings' | 'callBook' | 'ready' | 'status' | 'probeDesk' | 'deafness' | 'markDeaf'
  >
  readSecret(name: TunnelSecretName): Promise<string | null>
  onStatus(): void
  /** Once for every outage, do-not-disturb or not. */
  onAlert(alarm: QuietAlarm): void
  now(): number
  log: Log
}

const probePatienceMs = 10_000
const sameSleepMs = 10_000

export async function openReach(options: ReachOptions): Promise<Reach> {
  const { dir, receiver, readSecret, onStatus, onAlert, now, log } = options
  const { callBook, probeDesk } = receiver
  const settings = receiver.settings.current
  const children = await openChildren({ dir, log })
  const meter = await openRequestMeter({ dir, now, log })
  let door: { host: string; port: number } | null = null
  let told: HearingStatus | null = null
  let wokeMs = Number.NEGATIVE_INFINITY

  const supervisor = createSupervisor({
    dir,
    providers,
    children,
    hasProof: () => hasProof(settings().proofs),
    readSecret,
    now,
    random: Math.random,
    log,
    onStatus: tellHearing,
  })
  const hearing: Hearing = await openHearing({
    dir,
    diagnose: createDiagnose({ desk: probeDesk, ask: createAsk({ patienceMs: probePatienceMs }) }),
    addresses,
    isWanted: () => settings().tunnel !== null && hasProof(settings().proofs),
    ready: receiver.ready,
    callsSince: (fromMs) => callBook.index.startedBetween(fromMs, now()),
    deafness: receiver.deafness,
    keep: receiver.markDeaf,
    shift: () => settings().shift,
    onStatus: tellSupervisor,
    onAlert,
    now,
    log,
  })

  function addresses() {
    const { listener } = receiver.status()
    const { header, basic } = settings().proofs
    return {
      publicUrl: supervisor.status().publicUrl,
      localUrl: 'url' in listener ? listener.url : null,
      headerName: header?.name ?? (basic === null ? null : 'authorization'),
    }
  }

  function tellHearing({ state, problem }: TunnelStatus) {
    hearing.tunnel(state, problem === 'quota')
    onStatus()
  }

  /** What a probe found is news of the tunnel too. */
  function tellSupervisor(status: HearingStatus) {
    const { pathProvenAt, probe } = status
    const before = told
    told = status
    if (pathProvenAt !== null && pathProvenAt !== before?.pathProvenAt) {
      supervisor.proved()
    } else if (probe !== null && probe !== before?.probe && probe.code !== 'proven') {
      tellOfFailure(probe)
    }
    onStatus()
  }

  function tellOfFailure({ code, sentence }: ProbeFinding) {
    supervisor.probeFailed({ code: code === 'quota-used-up' ? 'quota' : 'probe', sentence })
  }

  function open() {
    const { tunnel } = settings()
    if (tunnel !== null && door !== null) supervisor.start(tunnel, door)
    else void supervisor.stop()
  }

  function readMeter() {
    const { tunnel } = settings()
    const provider = tunnel === null ? null : (providers[tunnel.kind] as TunnelProvider)
    return provider?.monthlyRequests == null ? null : meter.read(provider.monthlyRequests)
  }

  /** An event and the watch below may tell of the same sleep. */
  function woke() {
    if (performance.now() - wokeMs < sameSleepMs) return
    wokeMs = performance.now()
    hearing.woke()
    if (settings().tunnel !== null) supervisor.restart()
  }

  const machineWatch = startMachineWatch({ onSlept: woke, onNetwork: hearing.woke, now })

  return {
    status: () => ({ tunnel: supervisor.status(), hearing: hearing.status(), meter: readMeter() }),
    blindSpots: hearing.blindSpots,
    listening(opened) {
      door = opened
      hearing.listening()
      open()
    },
    listenerFailed: hearing.listenerFailed,
    reopen: open,
    suspended: hearing.suspended,
    woke,
    unlocked: hearing.woke,
    requested: meter.count,
    heard(requestHost) {
      supervisor.heard()
      hearing.heard(requestHost)
    },
    refused: hearing.refused,
    itIsAHoliday: hearing.itIsAHoliday,
    probeNow: hearing.probeNow,
    async stop() {
      machineWatch.stop()
      await Promise.all([hearing.stop(), supervisor.stop(), meter.close()])
    },
  }
}

/** What is true before anything was opened. */
export function unreached(): ReachStatus {
  const nothing = { pathProvenAt: null, heardAt: null, probe: null, alarm: null, urlChanged: null }
  return { tunnel: describeTunnel(stoppedMachine()), hearing: { word: 'off', ...nothing }, meter: null }
}
