import type { HearingStatus } from '../../../shared/hearing.ts'
import type { Check, CheckCode, SetUp } from '../../../shared/set-up.ts'
import type { TunnelStatus } from '../../../shared/tunnel.ts'

export const noon = Date.parse('2026-11-23T12:00:00.000Z')

const codes: CheckCode[] = [
  'request-arrived',
  'secret-right',
  'ringing-seen',
  'agent-named',
  'end-seen',
  'talk-time-seen',
  'only-calls',
]

export const checksAll = (state: Check['state']): Check[] =>
  codes.map((code) => ({ code, state, sentence: `About ${code}.`, at: null }))

export const withCheck = (checks: Check[], code: CheckCode, values: Partial<Check>): Check[] =>
  checks.map((check) => (check.code === code ? { ...check, ...values } : check))

/** Nothing is set up yet. */
export const newSetUp: SetUp = {
  isFirstStart: false,
  isDone: false,
  tunnel: null,
  waysIn: [],
  traffic: null,
  secrets: [],
  secretsAre: 'They lie in the key store.',
  reach: {
    tunnel: {
      state: 'stopped',
      kind: null,
      publicUrl: null,
      sentence: 'The tunnel is off.',
      problem: null,
    },
    hearing: {
      word: 'off',
      pathProvenAt: null,
      heardAt: null,
      probe: null,
      alarm: null,
      urlChanged: null,
    },
    meter: null,
  },
  paste: { v2: [], v1: [] },
  checks: checksAll('waiting'),
  me: [],
  agents: [
    { key: '+919823045678', name: 'Asha', number: '98230 45678', lastRungAt: '2026-11-23T10:00:00.000Z' },
    { key: 'u7', name: null, number: null, lastRungAt: '2026-11-23T08:00:00.000Z' },
  ],
  notificationProblem: null,
}

export function withReach(
  setUp: SetUp,
  { tunnel, hearing }: { tunnel?: Partial<TunnelStatus>; hearing?: Partial<HearingStatus> },
): SetUp {
  const { reach } = setUp
  return {
    ...setUp,
    reach: { ...reach, tunnel: { ...reach.tunnel, ...tunnel }, hearing: { ...reach.hearing, ...hearing } },
  }
}

/** A real call was seen from its ring to its end, 10 minutes ago. */
export const doneSetUp: SetUp = {
  ...withReach(newSetUp, {
    tunnel: {
      state: 'proven',
      kind: 'ngrok',
      publicUrl: 'https://kind-otter.ngrok-free.dev/webhook',
    },
    hearing: {
      word: 'hearing',
      pathProvenAt: '2026-11-23T11:57:00.000Z',
      heardAt: '2026-11-23T11:50:00.000Z',
    },
  }),
  isDone: true,
  tunnel: { kind: 'ngrok' },
  traffic: { callsPerDay: 120 },
  checks: checksAll('done'),
  me: [{ key: '+919823045678', label: 'Asha' }],
}
