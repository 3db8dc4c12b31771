import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeTunnel } from '../../main/tunnel/describe.ts'
import { advance, type Input, type Machine, stoppedMachine } from '../../main/tunnel/state.ts'
import { minuteMs, secondMs } from '../../shared/time.ts'
import type { TunnelProblem } from '../../shared/tunnel.ts'

const problem: TunnelProblem = { code: 'network', sentence: 'The internet is away.' }
const probeProblem: TunnelProblem = { code: 'probe', sentence: 'Nothing came back.' }
const quota: TunnelProblem = { code: 'quota', sentence: 'Used up.' }

const start: Input = { kind: 'start', tunnel: 'ssh' }
const stop: Input = { kind: 'stop', problem: null }
const up: Input = { kind: 'event', event: { kind: 'up', publicUrl: 'https://x.example/webhook', hint: null } }
const interrupted: Input = { kind: 'event', event: { kind: 'interrupted', problem } }
const down: Input = { kind: 'event', event: { kind: 'down', problem } }
const limited: Input = { kind: 'event', event: { kind: 'limited', problem: quota, until: null } }
const proved: Input = { kind: 'proved', atMs: 5 }
const heard: Input = { kind: 'heard', atMs: 6 }
const probeFailed: Input = { kind: 'probe-failed', problem: probeProblem }
const quotaProbe: Input = { kind: 'probe-failed', problem: quota }
const unheard: Input = { kind: 'unheard', sentence: 'No call since 10:42.' }
const restart: Input = { kind: 'restart' }
const alarm: Input = { kind: 'alarm' }

function machineAfter(...inputs: Input[]): Machine {
  return inputs.reduce(
    (machine, input, index) => advance(machine, input, { nowMs: index * secondMs, random: 1 }),
    stoppedMachine(0),
  )
}

describe('the states', () => {
  it.each<[string, Input[], string, string]>([
    ['at first', [], 'stopped', 'off'],
    ['told to start', [start], 'starting', 'not reachable'],
    ['once it stands', [start, up], 'up', 'quiet'],
    ['once a probe came back', [start, up, proved], 'proven', 'hearing'],
    ['once a webhook came', [start, up, heard], 'proven', 'hearing'],
    ['told again that it stands', [start, up, proved, up], 'proven', 'hearing'],
    ['mending itself', [start, up, interrupted], 'degraded', 'not reachable'],
    ['mended', [start, up, proved, interrupted, up], 'up', 'quiet'],
    ['mending, while a webhook comes', [start, up, interrupted, heard], 'proven', 'hearing'],
    ['mending for too long', [start, up, interrupted, alarm], 'down', 'not reachable'],
    ['not yet there, and told why', [start, interrupted], 'starting', 'not reachable'],
    ['not there in time', [start, alarm], 'down', 'not reachable'],
    ['over', [start, up, down], 'down', 'not reachable'],
    ['over, and its time has come', [start, up, down, alarm], 'starting', 'not reachable'],
    ['asked to wait', [start, limited], 'limited', 'not reachable'],
    ['asked to wait, and its time has come', [start, limited, alarm], 'starting', 'not reachable'],
    ['one probe failed', [start, up, proved, probeFailed], 'degraded', 'not reachable'],
    ['one probe failed, the next came back', [start, up, probeFailed, proved], 'proven', 'hearing'],
    ['two probes failed', [start, up, probeFailed, probeFailed], 'down', 'not reachable'],
    ['a probe failed before it stands', [start, probeFailed], 'starting', 'not reachable'],
    ['the quota is used up', [start, up, quotaProbe], 'limited', 'not reachable'],
    ['the quota is there again', [start, up, quotaProbe, proved], 'proven', 'hearing'],
    ['unusually quiet', [start, up, proved, unheard], 'unheard', 'quiet'],
    ['unusually quiet, and a probe came back', [start, up, unheard, proved], 'unheard', 'quiet'],
    ['unusually quiet and down', [start, up, unheard, down], 'unheard', 'not reachable'],
    ['quiet no more', [start, up, unheard, heard], 'proven', 'hearing'],
    ['woken from sleep', [start, up, proved, restart], 'starting', 'not reachable'],
    ['stopped', [start, up, proved, unheard, stop], 'stopped', 'off'],
    [
      'told things while it is off',
      [up, down, proved, probeFailed, unheard, restart, alarm],
      'stopped',
      'off',
    ],
    ['heard while it is off', [heard], 'stopped', 'off'],
  ])('%s', (_, inputs, state, word) => {
    expect(describeTunnel(machineAfter(...inputs))).toMatchObject({ state, word })
  })

  it('say since when, and keep the last address while it is not reachable', () => {
    const status = describeTunnel(machineAfter(start, up, proved, down))
    expect(status).toMatchObject({
      since: new Date(3_000).toISOString(),
      publicUrl: 'https://x.example/webhook',
      provenAt: new Date(5).toISOString(),
      heardAt: null,
      sentence: problem.sentence,
      problem: 'network',
    })
  })

  it('keep what was proven and what was heard apart, and over a stop', () => {
    const status = describeTunnel(machineAfter(start, up, proved, heard, stop))
    expect(status).toMatchObject({
      provenAt: new Date(5).toISOString(),
      heardAt: new Date(6).toISOString(),
      publicUrl: null,
    })
  })

  it('say first what is broken, then what is unusual', () => {
    expect(describeTunnel(machineAfter(start, up, unheard)).sentence).toBe('No call since 10:42.')
    expect(describeTunnel(machineAfter(start, up, unheard, down)).sentence).toBe(problem.sentence)
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
    let machine = advance(stoppedMachine(0), start, { nowMs: 0, random })
    const delays = seconds.map(() => {
      machine = advance(machine, down, { nowMs: 0, random })
      const delay = delayAfter(machine, 0)
      machine = advance(machine, alarm, { nowMs: 0, random })
      return delay / secondMs
    })
    expect(delays).toEqual(seconds)
  })

  it('never end', () => {
    let machine = advance(stoppedMachine(0), start, { nowMs: 0, random: 1 })
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
    let machine = advance(stoppedMachine(0), start, at(0))
    for (let round = 0; round < 2; round++) {
      machine = advance(advance(machine, down, at(0)), alarm, at(0))
    }
    machine = advance(advance(machine, up, at(0)), down, at(stoodMs))
    expect(delayAfter(machine, stoodMs)).toBe(delayMs)
  })

  it('wait as long as a provider asks for, and long where it does not say', () => {
    const until = 45 * minuteMs
    const asked: Input = { kind: 'event', event: { kind: 'limited', problem: quota, until } }
    const opened = advance(stoppedMachine(0), start, { nowMs: 0, random: 1 })
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
    unheard,
    restart,
    alarm,
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...inputs), { maxLength: 60 }), (sequence) => {
      let machine = stoppedMachine(0)
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
