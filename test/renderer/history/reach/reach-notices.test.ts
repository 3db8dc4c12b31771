import { describe, expect, it } from 'vitest'
import { reachNotices } from '../../../../renderer/history/reach/reach-notices.ts'
import type { HearingStatus, ProbeCode } from '../../../../shared/hearing.ts'
import type { TunnelStatus } from '../../../../shared/tunnel.ts'
import { exampleReach, exampleStatus } from '../example-status.ts'

const found = (code: ProbeCode) => ({ code, sentence: `Found ${code}.` })
const alarm = { since: null, sentence: 'No call', causes: [{ code: 'quota-used-up' as const, sentence: '' }] }

function noticesOf(hearing: Partial<HearingStatus>, tunnel: Partial<TunnelStatus> = {}) {
  return reachNotices(exampleStatus({ reach: exampleReach({ hearing, tunnel }) }))
}

describe('the notices about being reached', () => {
  it.each<[string, Partial<HearingStatus>, Partial<TunnelStatus>, [sentence: string, act: string | null][]]>([
    ['all is well', {}, {}, []],
    ['a probe found nothing wrong', { probe: found('proven') }, {}, []],
    ['a finding is outrun by a call', { word: 'hearing', probe: found('dns-missing') }, {}, []],
    [
      'the way in is down',
      { word: 'not reachable' },
      { problem: 'network', sentence: 'No network.' },
      [['No network.', 'set-up']],
    ],
    [
      'it connects',
      { word: 'not reachable' },
      { problem: null, sentence: 'Connecting.' },
      [['Connecting.', 'probe']],
    ],
    [
      'a probe does not come back',
      { word: 'not reachable', probe: found('dns-missing') },
      {},
      [['Found dns-missing.', 'probe']],
    ],
    [
      'the way in only repeats what a probe found',
      { word: 'not reachable', probe: found('tls-wrong') },
      { problem: 'probe', sentence: 'Something.' },
      [['Found tls-wrong.', 'probe']],
    ],
    [
      'the way in knows better',
      { word: 'not reachable', probe: found('tunnel-down') },
      { problem: 'bad-secret', sentence: 'The token is wrong.' },
      [['The token is wrong.', 'set-up']],
    ],
    [
      'a Wi-Fi explains both',
      { word: 'not reachable', probe: found('wifi-sign-in') },
      { problem: 'network', sentence: 'No network.' },
      [['Found wifi-sign-in.', 'wifi-sign-in']],
    ],
    [
      'an alarm names what a probe found',
      { word: 'quiet', alarm, probe: found('rate-limited') },
      {},
      [['Found rate-limited.', 'probe']],
    ],
    [
      'the way in may not run',
      { word: 'off' },
      { problem: 'no-secret', sentence: 'No token\u202E.' },
      [['No token�.', 'set-up']],
    ],
  ])('when %s', (_case, hearing, tunnel, expected) => {
    expect(noticesOf(hearing, tunnel).map(({ sentence, act }) => [sentence, act])).toEqual(expected)
  })

  it('say calmly that nothing can arrive where no way in is set up, and offer to set one up', () => {
    const reach = exampleReach({ hearing: { word: 'off', heardAt: null }, tunnel: { kind: null } })
    expect(reachNotices(exampleStatus({ heardAt: null, reach }))).toEqual([
      {
        tone: 'calm',
        sentence:
          'Ringtray listens on this computer only, so nothing from MyOperator can arrive yet. Set up how it is reached.',
        act: 'set-up',
      },
    ])
  })

  it('do not say so where calls come all the same', () => {
    expect(noticesOf({ word: 'off' }, { kind: null })).toEqual([])
  })

  it('leave a listener that failed to its own sentence', () => {
    const reach = exampleReach({ hearing: { word: 'not reachable', probe: found('app-not-listening') } })
    const listener = { state: 'failed', reason: 'x' } as const
    expect(reachNotices(exampleStatus({ listener, reach }))).toEqual([])
  })
})

describe('the meter', () => {
  const meter = { requests: 1, limit: 2, sentence: '17,412 of 20,000 this month' }
  const levels = (level: 'calm' | 'amber' | 'full', hearing: Partial<HearingStatus> = {}) =>
    reachNotices(exampleStatus({ reach: exampleReach({ hearing, meter: { ...meter, level } }) }))

  it('is silent while it is calm', () => {
    expect(levels('calm')).toEqual([])
  })

  it('says what it counts, what happens then and what to do', () => {
    expect(levels('amber').map(({ sentence, act }) => [sentence, act])).toEqual([
      [
        'Requests through the way in: 17,412 of 20,000 this month. Beyond that it turns calls away: think of a larger plan, or of another way in.',
        'set-up',
      ],
    ])
    expect(levels('full')[0]?.sentence).toContain('It may turn calls away until the month ends')
  })

  it('is silent where the alarm says it already', () => {
    expect(levels('full', { word: 'quiet', alarm })).toEqual([])
  })
})
