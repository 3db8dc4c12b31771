import type { ReachStatus } from '../../../shared/reach.ts'
import type { Status } from '../../../shared/status.ts'

export const publicUrl = 'https://kind-otter.ngrok.app/webhook'

/** Hearing by ngrok, but for what is told. */
export function exampleReach({
  tunnel,
  hearing,
  meter = null,
}: {
  tunnel?: Partial<ReachStatus['tunnel']>
  hearing?: Partial<ReachStatus['hearing']>
  meter?: ReachStatus['meter']
} = {}): ReachStatus {
  return {
    tunnel: {
      state: 'proven',
      kind: 'ngrok',
      publicUrl,
      sentence: 'Calls can reach this Ringtray: something has come through.',
      problem: null,
      ...tunnel,
    },
    hearing: {
      word: 'hearing',
      pathProvenAt: '2026-11-23T06:41:00.000Z',
      heardAt: '2026-11-23T07:08:00.000Z',
      probe: null,
      alarm: null,
      urlChanged: null,
      ...hearing,
    },
    meter,
  }
}

export function exampleStatus(changes: Partial<Status> = {}): Status {
  return {
    listener: { state: 'listening', url: 'http://127.0.0.1:7464/webhook' },
    storage: { state: 'ok' },
    heardAt: '2026-11-23T07:08:00.000Z',
    refused: { count: 0, lastAt: null },
    problems: [],
    notUnderstood: 0,
    ready: true,
    doNotDisturbUntil: null,
    owed: { mine: 0, all: 0 },
    reach: exampleReach(),
    clockBehindMs: null,
    notificationProblem: null,
    ...changes,
  }
}
