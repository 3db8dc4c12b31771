import { minuteMs, secondMs } from '../../shared/time.ts'
import type { TunnelKind, TunnelProblem, TunnelState } from '../../shared/tunnel.ts'
import { type Chance, limitedUntilMs, retryAtMs, wasStable } from './delays.ts'
import type { TunnelEvent } from './tunnel.ts'

/** All that is known of the tunnel, and what is wanted next: whoever runs it makes `opening` and `alarm` true. */
export interface Machine {
  state: TunnelState
  kind: TunnelKind | null
  /** Which opening shall be there: 0 none, and each one its own number. */
  opening: number
  lastOpening: number
  /** The one clock that runs. */
  alarm: { atMs: number; input: 'retry' | 'overdue' } | null
  /** Openings in a row that came to nothing. */
  failures: number
  failedProbes: number
  upSinceMs: number | null
  publicUrl: string | null
  hint: string | null
  problem: TunnelProblem | null
}

export type Input =
  | { kind: 'start'; tunnel: TunnelKind }
  /** `problem`: why it may not run. */
  | { kind: 'stop'; problem: TunnelProblem | null }
  /** After sleep, or a change of network: what stands may only seem to. */
  | { kind: 'restart' }
  | { kind: 'alarm' }
  | { kind: 'event'; event: TunnelEvent }
  /** A probe, or a real webhook, came through. */
  | { kind: 'proved' | 'heard' }
  | { kind: 'probe-failed'; problem: TunnelProblem }

const startPatienceMs = 30 * secondMs
/** For tunnels that mend themselves; what takes longer than that is opened anew. */
const mendPatienceMs = 2 * minuteMs
/** A tunnel that says that it stands while nothing comes through is opened anew. */
const probesUntilReopened = 2

export function stoppedMachine(): Machine {
  return {
    state: 'stopped',
    kind: null,
    opening: 0,
    lastOpening: 0,
    alarm: null,
    failures: 0,
    failedProbes: 0,
    upSinceMs: null,
    publicUrl: null,
    hint: null,
    problem: null,
  }
}

/** Pure and total: what does not fit the state changes nothing. */
export function advance(machine: Machine, input: Input, chance: Chance): Machine {
  const { nowMs } = chance
  switch (input.kind) {
    case 'start':
      return open({ ...machine, kind: input.tunnel, failures: 0, problem: null, publicUrl: null }, nowMs)
    case 'stop':
      return { ...stoppedMachine(), lastOpening: machine.lastOpening, problem: input.problem }
  }
  if (machine.state === 'stopped') return machine
  switch (input.kind) {
    case 'restart':
      return open({ ...machine, failures: 0 }, nowMs)
    case 'alarm':
      if (machine.alarm?.input === 'retry') return open(machine, nowMs)
      return machine.alarm === null ? machine : fail(machine, machine.problem ?? noAnswer, chance)
    case 'event':
      return takeEvent(machine, input.event, chance)
    case 'proved':
    case 'heard':
      return alive(machine)
    case 'probe-failed':
      return takeFailedProbe(machine, input.problem, chance)
  }
}

function takeEvent(machine: Machine, event: TunnelEvent, chance: Chance): Machine {
  const { nowMs } = chance
  // What an opening says that is already over for us.
  if (machine.opening === 0) return machine
  switch (event.kind) {
    case 'up':
      return {
        ...machine,
        state: machine.state === 'proven' ? 'proven' : 'up',
        alarm: null,
        upSinceMs: machine.upSinceMs ?? nowMs,
        publicUrl: event.publicUrl,
        hint: event.hint,
        problem: null,
        failedProbes: 0,
      }
    case 'interrupted':
      if (machine.state === 'starting') return { ...machine, problem: event.problem }
      return {
        ...machine,
        state: 'degraded',
        problem: event.problem,
        alarm: machine.alarm ?? { atMs: nowMs + mendPatienceMs, input: 'overdue' },
      }
    case 'down':
      return fail(machine, event.problem, chance)
    case 'limited':
      return {
        ...fail(machine, event.problem, chance),
        state: 'limited',
        alarm: { atMs: limitedUntilMs(event.until, chance), input: 'retry' },
      }
  }
}

/** A restart that is not needed costs seconds; a tunnel that only seems to stand costs calls. */
function takeFailedProbe(machine: Machine, problem: TunnelProblem, chance: Chance): Machine {
  if (machine.upSinceMs === null) return machine
  const withHint =
    machine.hint === null ? problem : { ...problem, sentence: `${problem.sentence} ${machine.hint}` }
  if (problem.code === 'quota') {
    // The tunnel stands; it is its provider that lets nothing in.
    return {
      ...machine,
      state: 'limited',
      problem,
      alarm: { atMs: limitedUntilMs(null, chance), input: 'retry' },
    }
  }
  const failedProbes = machine.failedProbes + 1
  if (failedProbes >= probesUntilReopened) return fail(machine, withHint, chance)
  return { ...machine, state: 'degraded', problem: withHint, failedProbes }
}

/** Something came through: that is better proof than what the tunnel says of itself. */
function alive(machine: Machine): Machine {
  if (machine.upSinceMs === null) return machine
  return { ...machine, state: 'proven', problem: null, failedProbes: 0, alarm: null }
}

const noAnswer: TunnelProblem = {
  code: 'no-answer',
  sentence: 'The other end of the tunnel did not answer in time. It is tried again by itself.',
}

function open(machine: Machine, nowMs: number): Machine {
  const lastOpening = machine.lastOpening + 1
  return {
    ...machine,
    state: 'starting',
    opening: lastOpening,
    lastOpening,
    alarm: { atMs: nowMs + startPatienceMs, input: 'overdue' },
    upSinceMs: null,
    failedProbes: 0,
  }
}

function fail(machine: Machine, problem: TunnelProblem, chance: Chance): Machine {
  const failures = wasStable(machine.upSinceMs, chance) ? 1 : machine.failures + 1
  return {
    ...machine,
    state: 'down',
    opening: 0,
    failures,
    failedProbes: 0,
    upSinceMs: null,
    problem,
    alarm: { atMs: retryAtMs(failures, chance), input: 'retry' },
  }
}
