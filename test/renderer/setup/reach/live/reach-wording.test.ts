import { describe, expect, it } from 'vitest'
import {
  heardText,
  hostOf,
  provenText,
  reachWord,
} from '../../../../../renderer/setup/reach/live/reach-wording.ts'
import { doneSetUp, newSetUp, noon, withReach } from '../../example-set-up.ts'

describe('the way in, in words', () => {
  it('tells apart when the path was proven and when a call was heard', () => {
    expect(provenText(doneSetUp.reach, noon)).toBe('3 min ago')
    expect(heardText(doneSetUp.reach, noon)).toBe('10 min ago')
    expect(provenText(newSetUp.reach, noon)).toBe('not since the start')
    expect(heardText(newSetUp.reach, noon)).toBe('never')
  })

  it('has one word', () => {
    const alarm = { since: null, sentence: 'No call.', causes: [] }
    expect(reachWord(doneSetUp.reach)).toBe('Hearing')
    expect(reachWord(newSetUp.reach)).toBe('Off')
    expect(reachWord(withReach(newSetUp, { hearing: { word: 'hearing' } }).reach)).toBe('Hearing')
    expect(reachWord(withReach(doneSetUp, { hearing: { word: 'quiet', alarm } }).reach)).toBe('Quiet')
    const starting = { state: 'starting' } as const
    expect(reachWord(withReach(doneSetUp, { tunnel: starting }).reach)).toBe('Connecting')
  })

  it('names the host, or what stands in its place', () => {
    expect(hostOf('https://calls.example.com:8443/webhook')).toBe('calls.example.com:8443')
    expect(hostOf('nonsense')).toBe('nonsense')
  })
})
