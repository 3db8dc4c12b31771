import type { ReachStatus } from '../../../../shared/reach.ts'
import { ageAt } from '../../../wording/age.ts'
import { capitalised } from '../../../wording/capitalised.ts'

/** The one of the four words that holds. */
export function reachWord({ tunnel, hearing }: ReachStatus): string {
  return tunnel.state === 'starting' ? 'Connecting' : capitalised(hearing.word)
}

/** A probe of ours and a call of MyOperator's prove different things: they are told apart. */
export function provenText({ hearing }: ReachStatus, nowMs: number): string {
  return hearing.pathProvenAt === null ? 'not since the start' : ageAt(hearing.pathProvenAt, nowMs)
}

export function heardText({ hearing }: ReachStatus, nowMs: number): string {
  return hearing.heardAt === null ? 'never' : ageAt(hearing.heardAt, nowMs)
}

/** `kind-otter.ngrok-free.dev` */
export function hostOf(publicUrl: string): string {
  return URL.parse(publicUrl)?.host ?? publicUrl
}
