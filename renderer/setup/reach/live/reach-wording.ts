import type { Instant } from '../../../../shared/call.ts'
import type { ReachStatus } from '../../../../shared/reach.ts'
import { toEpochMs } from '../../../../shared/time.ts'
import { ageText } from '../../../wording/age.ts'
import { capitalised } from '../../../wording/capitalised.ts'

/** `3 min ago`; what a clock that was moved makes negative is now. */
export function agoText(at: Instant, nowMs: number): string {
  return ageText(Math.max(nowMs - toEpochMs(at), 0))
}

/** The one of the four words that holds. */
export function reachWord({ tunnel, hearing }: ReachStatus): string {
  return tunnel.state === 'starting' ? 'Connecting' : capitalised(hearing.word)
}

/** A probe of ours and a call of MyOperator's prove different things: they are told apart. */
export function provenText({ hearing }: ReachStatus, nowMs: number): string {
  return hearing.pathProvenAt === null ? 'not since the start' : agoText(hearing.pathProvenAt, nowMs)
}

export function heardText({ hearing }: ReachStatus, nowMs: number): string {
  return hearing.heardAt === null ? 'never' : agoText(hearing.heardAt, nowMs)
}

/** `kind-otter.ngrok-free.dev` */
export function hostOf(publicUrl: string): string {
  return URL.parse(publicUrl)?.host ?? publicUrl
}
