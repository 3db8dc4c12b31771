import type { TunnelProblem, TunnelSecretName, TunnelSettings, TunnelStatus } from '../../shared/tunnel.ts'
import type { Log } from '../log.ts'
import type { Children } from './child/children.ts'
import { describeTunnel } from './describe.ts'
import { advance, type Input, type Machine, stoppedMachine } from './state.ts'
import type { OpenTunnel, Providers, TunnelProvider, TunnelTarget } from './tunnel.ts'

/** Keeps one tunnel to one port of ours, for as long as it is wanted. */
export interface TunnelSupervisor {
  status(): TunnelStatus
  /**
   * To a port that our own listener holds; what was open before is closed first. Without a configured proof it does
   * not start, and says so.
   */
  start(settings: TunnelSettings, target: TunnelTarget): void
  /** After sleep, a change of network, or of a secret: opens it anew, without the app. */
  restart(): void
  /** A probe came back through the public URL. */
  proved(): void
  probeFailed(problem: TunnelProblem): void
  /** A real webhook arrived. */
  heard(): void
  /** Resolves when nothing of the tunnel is left, within 5 s. */
  stop(): Promise<void>
}

export interface SupervisorOptions {
  dir: string
  providers: Providers
  children: Children
  hasProof(): boolean
  readSecret(name: TunnelSecretName): Promise<string | null>
  now(): number
  random(): number
  log: Log
  onStatus(status: TunnelStatus): void
}

const noProof: TunnelProblem = {
  code: 'no-proof',
  sentence:
    'The tunnel is off because no secret is set: anybody could send calls through it. Set a secret, and it starts.',
}

export function createSupervisor(options: SupervisorOptions): TunnelSupervisor {
  const { dir, providers, children, hasProof, readSecret, now, random, log, onStatus } = options
  let machine = stoppedMachine()
  let wanted: { settings: TunnelSettings; target: TunnelTarget } | null = null
  let open: { number: number; tunnel: OpenTunnel } | null = null
  /** One after the other: a port has one owner. */
  let changing = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function take(input: Input): void {
    const before = machine
    machine = advance(machine, input, { nowMs: now(), random: random() })
    // Looked at before each opening: a proof can be taken away while a tunnel is down.
    if (machine.opening !== before.opening && machine.opening !== 0 && !hasProof()) {
      log.warn('tunnel.no-proof', noProof.sentence)
      machine = advance(machine, { kind: 'stop', problem: noProof }, { nowMs: now(), random: random() })
    }
    if (machine === before) return
    if (machine.alarm !== before.alarm) setAlarm()
    if (machine.opening !== (open?.number ?? 0)) changing = changing.then(change)
    if (machine.state !== before.state) {
      log.info(`tunnel.${machine.state}`, `The tunnel is ${machine.state}${describeCode(machine)}`)
    }
    onStatus(describeTunnel(machine))
  }

  function setAlarm(): void {
    clearTimeout(timer)
    if (machine.alarm === null) return
    timer = setTimeout(() => take({ kind: 'alarm' }), Math.max(0, machine.alarm.atMs - now()))
    timer.unref()
  }

  /** Makes true what the machine wants by now, which may be another opening than the one it was called for. */
  async function change(): Promise<void> {
    const number = machine.opening
    if (open?.number === number) return
    const closing = open
    open = null
    try {
      await closing?.tunnel.close()
    } catch (error) {
      log.warn('tunnel.not-closed', 'The tunnel could not be closed in order', error)
    }
    if (number === 0 || wanted === null || machine.opening !== number) return
    const { settings, target } = wanted
    const provider = providers[settings.kind] as TunnelProvider
    const tunnel = provider.open(settings, target, {
      dir,
      children,
      readSecret,
      onEvent: (event) => {
        if (machine.opening === number) take({ kind: 'event', event })
      },
    })
    open = { number, tunnel }
    // Told to go while it was being opened, or over before it was known.
    if (machine.opening !== number) changing = changing.then(change)
  }

  return {
    status: () => describeTunnel(machine),
    start(settings, target) {
      wanted = { settings, target }
      take({ kind: 'start', tunnel: settings.kind })
    },
    restart: () => take({ kind: 'restart' }),
    proved: () => take({ kind: 'proved' }),
    probeFailed: (problem) => take({ kind: 'probe-failed', problem }),
    heard: () => take({ kind: 'heard' }),
    async stop() {
      take({ kind: 'stop', problem: null })
      await changing
    },
  }
}

/** Codes only: sentences name servers and people. */
function describeCode({ problem }: Machine): string {
  return problem === null ? '' : ` (${problem.code})`
}
