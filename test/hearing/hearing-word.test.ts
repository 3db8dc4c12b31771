import { expect, it } from 'vitest'
import { type HearingSituation, hearingWord } from '../../main/hearing/hearing-word.ts'

const well: HearingSituation = {
  isWanted: true,
  isListening: true,
  tunnel: 'proven',
  probe: 'proven',
  heardSinceProbe: false,
  isProven: true,
  alarm: null,
}
const alarm = { since: null, sentence: '', causes: [] }

it.each<[string, string, Partial<HearingSituation>]>([
  ['all is well', 'hearing', {}],
  ['nothing has come through yet', 'quiet', { probe: null, tunnel: 'up', isProven: false }],
  ['it is being opened', 'not reachable', { tunnel: 'starting' }],
  ['it is in doubt', 'not reachable', { tunnel: 'degraded' }],
  ['nobody wants to be reached', 'off', { isWanted: false }],
  ['the tunnel is stopped', 'not reachable', { tunnel: 'stopped', probe: null }],
  ['the port is taken', 'not reachable', { isListening: false }],
  ['the tunnel is down', 'not reachable', { tunnel: 'down' }],
  ['the quota is used up', 'not reachable', { tunnel: 'limited', alarm }],
  ['a probe did not come back', 'not reachable', { probe: 'dns-missing' }],
  ['a call came after that probe', 'hearing', { probe: 'blocked-in-front', heardSinceProbe: true }],
  ['a probe was one too many', 'hearing', { probe: 'rate-limited' }],
  ['the path is up and no call comes', 'quiet', { alarm }],
])('where %s: %s', (_situation, word, values) => {
  expect(hearingWord({ ...well, ...values })).toBe(word)
})
