import { describe, expect, it } from 'vitest'
import {
  actOfCause,
  isOnSetUpPage,
  type ReachAct,
  runAct,
} from '../../../../renderer/alarm/acts/reach-acts.ts'
import type { QuietCauseCode } from '../../../../shared/hearing.ts'
import type { RingtrayBridge } from '../../../../shared/ipc-contract.ts'

function createBridge(answer: unknown = undefined) {
  const asked: unknown[][] = []
  const request = (async (...request: unknown[]) => {
    asked.push(request)
    return answer
  }) as RingtrayBridge['request']
  return { request, asked }
}

const proven = { code: 'proven', sentence: '' }
const broken = { code: 'tls-wrong', sentence: '' }

describe('a button beside bad news', () => {
  it.each<[ReachAct, unknown, unknown[], string | null]>([
    ['set-up', undefined, ['openSetUp'], null],
    ['where-to-look', undefined, ['openSetUp'], null],
    ['wifi-sign-in', undefined, ['openOutside', 'wifi-sign-in'], null],
    ['notification-settings', undefined, ['openOutside', 'notification-settings'], null],
    ['holiday', undefined, ['itIsAHoliday'], 'Silent until tomorrow.'],
    ['probe', proven, ['probeNow'], 'The test came through.'],
    ['probe', broken, ['probeNow'], 'The test did not come through.'],
    ['probe', null, ['probeNow'], 'There is no public address to test.'],
  ])('%s, answered %j, asks for %j and says %s', async (act, answer, request, words) => {
    const bridge = createBridge(answer)
    expect(await runAct(act, bridge)).toBe(words)
    expect(bridge.asked).toEqual([request])
  })

  it.each<[QuietCauseCode, string]>([
    ['wrong-secret', 'copy-secret'],
    ['switched-off', 'where-to-look'],
    ['path-broken', 'probe'],
    ['really-quiet', 'holiday'],
    ['quota-used-up', 'set-up'],
  ])('for the cause %s is %s', (code, act) => {
    expect(actOfCause(code)).toBe(act)
  })

  it.each<[ReachAct, boolean]>([
    ['set-up', true],
    ['where-to-look', true],
    ['probe', true],
    ['wifi-sign-in', false],
    ['notification-settings', false],
    ['holiday', false],
  ])('for %s is left out where the set-up has it on its own page: %s', (act, isLeftOut) => {
    expect(isOnSetUpPage(act)).toBe(isLeftOut)
  })
})
