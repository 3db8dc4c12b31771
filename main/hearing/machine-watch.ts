import { networkInterfaces } from 'node:os'
import { secondMs } from '../../shared/time.ts'

/** Notices what no event tells of on every system: another network, a sleep, a clock that was set. */
export interface MachineWatch {
  stop(): void
}

export interface MachineWatchOptions {
  /** It slept, or its clock was set: what stands may only seem to. */
  onSlept(): void
  /** Its addresses are others, which may mean nothing: a container has started, a privacy address was renewed. */
  onNetwork(): void
  now(): number
  /** Milliseconds of a clock that nobody sets. */
  steadyMs?(): number
  /** What tells one network from another. */
  network?(): string
}

const lookEveryMs = 5 * secondMs
/** More than a busy machine is ever late, or a time service corrects by. */
const jumpMs = 30 * secondMs

export function startMachineWatch({
  onSlept,
  onNetwork,
  now,
  steadyMs = () => performance.now(),
  network = addressesOutside,
}: MachineWatchOptions): MachineWatch {
  let last = { wallMs: now(), steadyMs: steadyMs(), network: network() }

  const timer = setInterval(() => {
    const next = { wallMs: now(), steadyMs: steadyMs(), network: network() }
    const passedMs = next.steadyMs - last.steadyMs
    const isLate = passedMs - lookEveryMs > jumpMs
    const hasJumped = Math.abs(next.wallMs - last.wallMs - passedMs) > jumpMs
    const isElsewhere = next.network !== last.network
    last = next
    if (isLate || hasJumped) onSlept()
    else if (isElsewhere) onNetwork()
  }, lookEveryMs)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

/** Addresses by which the machine is reached; those of itself say nothing. */
function addressesOutside(): string {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !/^(fe80:|169\.254\.)/i.test(address))
    .map(({ address }) => address)
    .sort()
    .join(' ')
}
