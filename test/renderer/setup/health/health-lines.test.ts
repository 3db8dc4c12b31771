import { describe, expect, it } from 'vitest'
import { healthLines, healthTitle, unfoldedAtFirst } from '../../../../renderer/setup/health/health-lines.ts'
import { stepStates } from '../../../../renderer/setup/steps/steps.ts'
import type { SetUp } from '../../../../shared/set-up.ts'
import { doneSetUp, noon, withCheck, withReach } from '../example-set-up.ts'

const states = (setUp: SetUp) => stepStates(setUp, { hasSeen: false })
const lines = (setUp: SetUp) => healthLines(setUp, states(setUp), noon)
const words = (setUp: SetUp) => lines(setUp).map(({ state, word, line }) => `${state} ${word}: ${line}`)

describe('health, folded', () => {
  it('is one line for each part, and all is well', () => {
    expect(words(doneSetUp)).toEqual([
      'done Hearing: kind-otter.ngrok-free.dev · path proven 3 min ago · heard 10 min ago',
      'done Right: 7 of 7 seen',
      'done Told: Asha',
      'done Fine: Nothing is known to hold them back',
    ])
    expect(healthTitle(lines(doneSetUp))).toBe('All is well')
    expect(unfoldedAtFirst(states(doneSetUp))).toEqual([])
  })

  it('says what is wrong in its line, counts it above, and has it unfolded', () => {
    const checks = withCheck(doneSetUp.checks, 'only-calls', { state: 'wrong', sentence: 'Untick WhatsApp.' })
    const alarm = { since: null, sentence: 'No call since 10:42.', causes: [] }
    const setUp = withReach(
      { ...doneSetUp, checks, notificationProblem: 'No service answers.' },
      { hearing: { word: 'quiet', alarm } },
    )
    expect(words(setUp)).toEqual([
      'wrong Quiet: No call since 10:42.',
      'wrong Wrong: Not only calls: Untick WhatsApp.',
      'done Told: Asha',
      'wrong Not shown: No service answers.',
    ])
    expect(healthTitle(lines(setUp))).toBe('Three things need you')
    expect(unfoldedAtFirst(states(setUp))).toEqual(['reached', 'pasted', 'seen'])
    expect(healthTitle(lines({ ...doneSetUp, checks }))).toBe('One thing needs you')
  })

  it('sends to the panel first where the address has changed', () => {
    const urlChanged = { heardOn: 'https://old/webhook', url: 'https://new/webhook' }
    expect(words(withReach(doneSetUp, { hearing: { urlChanged } }))[1]).toMatch(
      /^wrong To paste: The address/,
    )
  })

  it('finds nothing wrong in a desk that watches all calls, or in a path that is being opened', () => {
    const starting = withReach(doneSetUp, {
      tunnel: { state: 'starting' },
      hearing: { word: 'not reachable' },
    })
    const setUp = { ...starting, me: [] }
    expect(words(setUp)[2]).toBe('done All calls: Nobody is chosen yet: every call is taken for yours')
    expect(healthTitle(lines(setUp))).toBe('Nothing is wrong')
  })
})
