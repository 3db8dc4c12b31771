import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeTunnel } from '../../main/tunnel/describe.ts'
import { advance, type Input, type Machine, stoppedMachine } from '../../main/tunnel/state.ts'
import { minuteMs, secondMs } from '../../shared/time.ts'
import type { TunnelProblem, TunnelState } from '../../shared/tunnel.ts'

const problem: TunnelProblem = { code: 'network', sentence: 'The internet is away.' }
const probeProblem: TunnelProblem = { code: 'probe', sentence: 'Nothing came back.' }
const quota: TunnelProblem = { code: 'quota', sentence: 'Used up.' }

const start: Input = { kind: 'start', tunnel: 'ssh' }
const stop: Input = { kind: 'stop', problem: null }
const up: Input = { kind: 'event', event: { kind: 'up', publicUrl: 'https://x.example/webhook', hint: null } }
const interrupted: Input = { kind: 'event', event: { kind: 'interrupted', problem } }
const down: Input = { kind: 'event', event: { kind: 'down', problem } }
const limited: Input = { kind: 'event', event: { kind: 'limited', problem: quota, until: null } }
const proved: Input = { kind: 'proved' }
const heard: Input = { kind: 'heard' }
const probeFailed: Input = { kind: 'probe-failed', problem: probeProblem }
const quotaProbe: Input = { kind: 'probe-failed', problem: quota }
const restart: Input = { kind: 'restart' }
const alarm: Input = { kind: 'alarm' }

function machineAfter(...inputs: Input[]): Machine {
  return inputs.reduce(
    (machine, input, index) => advance(machine, input, { nowMs: index * secondMs, random: 1 }),
    stoppedMachine(),
  )
}

describe('the states', () => {
  it.each<[string, Input[], TunnelState]>([
    ['at first', [], 'stopped'],
    ['told to start', [start], 'starting'],
    ['once it stands', [start, up], 'up'],
    ['once a probe came back', [start, up, proved], 'proven'],
    ['once a webhook came', [start, up, heard], 'proven'],
    ['told again that it stands', [start, up, proved, up], 'proven'],
    ['mending itself', [start, up, interrupted], 'degraded'],
    ['mended', [start, up, proved, interrupted, up], 'up'],
    ['mending, while a webhook comes', [start, up, interrupted, heard], 'proven'],
    ['mending for too long', [start, up, interrupted, alarm], 'down'],
    ['not yet there, and told why', [start, interrupted], 'starting'],
    ['not there in time', [start, alarm], 'down'],
    ['over', [start, up, down], 'down'],
    ['over, and its time has come', [start, up, down, alarm], 'starting'],
    ['asked to wait', [start, limited], 'limited'],
    ['asked to wait, and its time has come', [start, limited, alarm], 'starting'],
    ['one probe failed', [start, up, proved, probeFailed], 'degraded'],
    ['one probe failed, the next came back', [start, up, probeFailed, proved], 'proven'],
    ['two probes failed', [start, up, probeFailed, probeFailed], 'down'],
    ['a probe failed before it stands', [start, probeFailed], 'starting'],
    ['the quota is used up', [start, up, quotaProbe], 'limited'],
    ['the quota is there again', [start, up, quotaProbe, proved], 'proven'],
    ['woken from sleep', [start, up, proved, restart], 'starting'],
    ['stopped', [start, up, proved, stop], 'stopped'],
    ['told things while it is off', [up, down, proved, probeFailed, restart, alarm], 'stopped'],
    ['heard while it is off', [heard], 'stopped'],
  ])('%s', (_, inputs, state) => {
    expect(describeTunnel(machineAfter(...inputs)).state).toBe(state)
  })

  it('say why, and keep the last address while it is not reachable', () => {
    expect(describeTunnel(machineAfter(start, up, proved, down))).toEqual({
      state: 'down',
      kind: 'ssh',
      publicUrl: 'https://x.example/webhook',
      sentence: problem.sentence,
      problem: 'network',
    })
  })

  it('keep no address over a stop', () => {
    expect(describeTunnel(machineAfter(start, up, proved, heard, stop)).publicUrl).toBeNull()
  })

  it('add the hint of the way in to a probe that failed', () => {
    const hinted: Input = {
      kind: 'event',
      event: { kind: 'up', publicUrl: 'https://x.example/webhook', hint: 'See sshd.' },
    }
    expect(describeTunnel(machineAfter(start, hinted, probeFailed)).sentence).toBe(
      'Nothing came back. See sshd.',
    )
  })
})

describe('the delays', () => {
  const delayAfter = (machine: Machine, nowMs: number) => (machine.alarm?.atMs ?? 0) - nowMs

  it.each([
    [1, [1, 2, 4, 8, 16, 32, 60, 60]],
    [0, [0.5, 1, 2, 4, 8, 16, 30, 30]],
  ])('grow to a minute, with jitter: random %d', (random, seconds) => {
    let machine = advance(stoppedMachine(), start, { nowMs: 0, random })
    const delays = seconds.map(() => {
      machine = advance(machine, down, { nowMs: 0, random })
      const delay = delayAfter(machine, 0)
      machine = advance(machine, alarm, { nowMs: 0, random })
      return delay / secondMs
    })
    expect(delays).toEqual(seconds)
  })

  it('never end', () => {
    let machine = advance(stoppedMachine(), start, { nowMs: 0, random: 1 })
    for (let round = 0; round < 10_000; round++) {
      machine = advance(machine, down, { nowMs: 0, random: 1 })
      machine = advance(machine, alarm, { nowMs: 0, random: 1 })
    }
    expect(machine.state).toBe('starting')
    expect(delayAfter(advance(machine, down, { nowMs: 0, random: 1 }), 0)).toBe(minuteMs)
  })

  it.each([
    ['start over after a stable while', minuteMs, secondMs],
    ['go on growing where it stood for a moment only', minuteMs - 1, 4 * secondMs],
  ])('%s', (_, stoodMs, delayMs) => {
    const at = (nowMs: number) => ({ nowMs, random: 1 })
    let machine = advance(stoppedMachine(), start, at(0))
    for (let round = 0; round < 2; round++) {
      machine = advance(advance(machine, down, at(0)), alarm, at(0))
    }
    machine = advance(advance(machine, up, at(0)), down, at(stoodMs))
    expect(delayAfter(machine, stoodMs)).toBe(delayMs)
  })

  it('wait as long as a provider asks for, and long where it does not say', () => {
    const until = 45 * minuteMs
    const asked: Input = { kind: 'event', event: { kind: 'limited', problem: quota, until } }
    const opened = advance(stoppedMachine(), start, { nowMs: 0, random: 1 })
    expect(advance(opened, asked, { nowMs: 0, random: 1 }).alarm?.atMs).toBe(until)
    expect(advance(opened, limited, { nowMs: 0, random: 1 }).alarm?.atMs).toBe(10 * minuteMs)
  })
})

it('whatever comes, wants at most one opening, always a new one, and none without a clock or a tunnel', () => {
  const inputs = [
    start,
    stop,
    up,
    interrupted,
    down,
    limited,
    proved,
    heard,
    probeFailed,
    quotaProbe,
    restart,
    alarm,
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...inputs), { maxLength: 60 }), (sequence) => {
      let machine = stoppedMachine()
      sequence.forEach((input, index) => {
        const next = advance(machine, input, { nowMs: index * 7 * secondMs, random: 0.5 })
        if (next.opening !== machine.opening && next.opening !== 0) {
          expect(next.opening).toBe(machine.lastOpening + 1)
          expect(next.state).toBe('starting')
        }
        if (next.state === 'stopped') expect([next.opening, next.alarm]).toEqual([0, null])
        // Nothing that is wanted waits for ever.
        if (['starting', 'down', 'limited'].includes(next.state)) expect(next.alarm).not.toBeNull()
        if (['up', 'proven', 'starting'].includes(next.state)) expect(next.opening).not.toBe(0)
        machine = next
      })
    }),
  )
})
