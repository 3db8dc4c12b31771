import { describe, expect, it } from 'vitest'
import {
  firstOpenStep,
  type StepState,
  stepAfter,
  stepBefore,
  stepStates,
} from '../../../../renderer/setup/steps/steps.ts'
import type { SetUp } from '../../../../shared/set-up.ts'
import { doneSetUp, newSetUp, withCheck, withReach } from '../example-set-up.ts'

const unseen = { hasSeen: false }

describe('the state of the steps', () => {
  it('waits with all of them before anything is done', () => {
    expect(new Set(Object.values(stepStates(newSetUp, unseen)))).toEqual(new Set(['waiting']))
    expect(firstOpenStep(stepStates(newSetUp, unseen))).toBe('reached')
  })

  it('has them all done once a real call came, somebody is me, and the notification was seen', () => {
    expect(new Set(Object.values(stepStates(doneSetUp, { hasSeen: true })))).toEqual(new Set(['done']))
  })

  const alarm = { since: null, sentence: 'No call.', causes: [] }
  const meter = { level: 'full', sentence: 'used up', requests: 20, limit: 20 } as const
  const reaches: [string, SetUp, StepState][] = [
    ['a path that is up and not proven', withReach(newSetUp, { tunnel: { state: 'up' } }), 'waiting'],
    ['a path that was proven', withReach(newSetUp, { tunnel: { state: 'proven' } }), 'done'],
    [
      'calls that come by a way that is not ours',
      withReach(newSetUp, { hearing: { word: 'hearing' } }),
      'done',
    ],
    ['a first attempt', withReach(newSetUp, { tunnel: { state: 'starting' } }), 'waiting'],
    ['a path that is lost', withReach(doneSetUp, { tunnel: { state: 'down', problem: 'network' } }), 'wrong'],
    ['a path that nobody calls by any more', withReach(doneSetUp, { hearing: { alarm } }), 'wrong'],
    ['an allowance that is used up', { ...doneSetUp, reach: { ...doneSetUp.reach, meter } }, 'wrong'],
  ]
  it.each(reaches)('says of %s', (_what, setUp, state) => {
    expect(stepStates(setUp, unseen).reached).toBe(state)
  })

  it('calls the panel wrong where a check is, or where calls go to another address', () => {
    const urlChanged = { heardOn: 'https://old/webhook', url: 'https://new/webhook' }
    expect(stepStates(withReach(doneSetUp, { hearing: { urlChanged } }), unseen).pasted).toBe('wrong')
    const checks = withCheck(doneSetUp.checks, 'only-calls', { state: 'wrong' })
    expect(stepStates({ ...doneSetUp, checks }, unseen).pasted).toBe('wrong')
  })

  it('is not done with the panel before a real call has ended, whatever is ticked', () => {
    expect(stepStates({ ...doneSetUp, isDone: false }, unseen).pasted).toBe('waiting')
  })

  it('believes the system more than a yes', () => {
    const held = { ...doneSetUp, notificationProblem: 'No service answers.' }
    expect(stepStates(held, { hasSeen: true }).seen).toBe('wrong')
  })
})

describe('the way through the steps', () => {
  it('begins at the first that is not done, a wrong one included', () => {
    const { reached } = stepStates(newSetUp, unseen)
    expect(firstOpenStep({ reached: 'done', pasted: 'wrong', me: reached, seen: reached })).toBe('pasted')
  })

  it('goes forth and back, and ends at both ends', () => {
    expect(stepAfter('reached')).toBe('pasted')
    expect(stepAfter('seen')).toBeNull()
    expect(stepBefore('pasted')).toBe('reached')
    expect(stepBefore('reached')).toBeNull()
  })
})
