import type { Status } from '../../../shared/status.ts'
import { minuteMs, toInstant } from '../../../shared/time.ts'

export const nowMs = Date.parse('2026-11-23T06:28:09Z')
export const url = 'http://127.0.0.1:7464/webhook'
export const ago = (minutes: number) => toInstant(nowMs - minutes * minuteMs)

export const healthy: Status = {
  listener: { state: 'listening', url },
  storage: { state: 'ok' },
  heardAt: ago(3),
  refused: { count: 0, lastAt: null },
  problems: [],
  notUnderstood: 0,
  ready: true,
  doNotDisturbUntil: null,
  owed: { mine: 0, all: 0 },
  clockBehindMs: null,
  notificationProblem: null,
  reach: {
    tunnel: {
      state: 'proven',
      kind: 'ngrok',
      publicUrl: 'https://kind-otter.ngrok.app/webhook',
      sentence: 'Calls can reach this Ringtray: something has come through.',
      problem: null,
    },
    hearing: {
      word: 'hearing',
      pathProvenAt: ago(30),
      heardAt: ago(3),
      probe: null,
      alarm: null,
      urlChanged: null,
    },
    meter: null,
  },
}

type Hearing = Status['reach']['hearing']
type Tunnel = Status['reach']['tunnel']

/** The healthy reach, but for what is told. */
export function reach(hearing: Partial<Hearing>, tunnel: Partial<Tunnel> = {}): Status['reach'] {
  return {
    tunnel: { ...healthy.reach.tunnel, ...tunnel },
    hearing: { ...healthy.reach.hearing, ...hearing },
    meter: null,
  }
}
