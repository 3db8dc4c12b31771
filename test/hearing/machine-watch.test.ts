import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startMachineWatch } from '../../main/hearing/machine-watch.ts'

describe('the watch over the machine', () => {
  let wallMs: number
  let steadyMs: number
  let network: string
  let told: string[]

  beforeEach(() => {
    vi.useFakeTimers()
    wallMs = Date.parse('2026-11-23T06:00:00Z')
    steadyMs = 0
    network = '192.168.1.5'
    told = []
    startMachineWatch({
      onSlept: () => told.push('slept'),
      onNetwork: () => told.push('network'),
      now: () => wallMs,
      steadyMs: () => steadyMs,
      network: () => network,
    })
  })

  afterEach(() => vi.useRealTimers())

  /** One look, so much later by each clock. */
  function look(wallPassedMs = 5_000, steadyPassedMs = 5_000) {
    wallMs += wallPassedMs
    steadyMs += steadyPassedMs
    vi.advanceTimersByTime(5_000)
  }

  it.each<[string, () => void, string[]]>([
    ['nothing where time goes on as it should', () => look(), []],
    ['nothing where the machine was busy', () => look(20_000, 20_000), []],
    ['nothing where a time service corrects the clock', () => look(15_000, 5_000), []],
    ['a sleep in which the steady clock stood', () => look(3_600_000, 5_000), ['slept']],
    ['a sleep in which it went on', () => look(3_600_000, 3_600_000), ['slept']],
    ['a clock that was set back', () => look(-3_600_000, 5_000), ['slept']],
    [
      'another network',
      () => {
        network = '10.0.0.7'
        look()
      },
      ['network'],
    ],
  ])('notices %s', (_what, happen, expected) => {
    look()
    happen()
    look()
    expect(told).toEqual(expected)
  })
})
