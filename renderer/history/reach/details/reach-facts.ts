import type { Instant } from '../../../../shared/call.ts'
import { safeText } from '../../../../shared/safe-text.ts'
import type { Status } from '../../../../shared/status.ts'
import { toEpochMs } from '../../../../shared/time.ts'
import { ageAt } from '../../../wording/age.ts'
import type { Clock } from '../../../wording/clock.ts'

interface ReachFact {
  name: string
  text: string
  isAddress: boolean
}

interface Now {
  nowMs: number
  clock: Clock
}

export function reachFacts(status: Status, { nowMs, clock }: Now): ReachFact[] {
  const { tunnel, hearing, meter } = status.reach
  const heardAt = newestHeard(status)
  const at = (instant: Instant) => `${ageAt(instant, nowMs)}, at ${clock.time(instant)}`
  const facts: (ReachFact | null)[] = [
    fact('Path proven', hearing.pathProvenAt === null ? 'Not since the start' : at(hearing.pathProvenAt)),
    fact('Heard', heardAt === null ? 'No call yet' : at(heardAt)),
    tunnel.kind === null
      ? fact('Way in', 'None that Ringtray looks after')
      : fact('Way in', safeText(tunnel.sentence)),
    tunnel.publicUrl === null ? null : { name: 'Address', text: tunnel.publicUrl, isAddress: true },
    meter === null ? null : fact('Requests', safeText(meter.sentence)),
  ]
  return facts.filter((one) => one !== null)
}

/** For the pointer that rests on the word. */
export function provenAndHeard(status: Status, nowMs: number): string {
  const { pathProvenAt } = status.reach.hearing
  const heardAt = newestHeard(status)
  const proven =
    pathProvenAt === null ? 'path not proven since the start' : `path proven ${ageAt(pathProvenAt, nowMs)}`
  return `${proven} · ${heardAt === null ? 'no call heard yet' : `heard ${ageAt(heardAt, nowMs)}`}`
}

/** Of the two that know when a call was last heard, one may know of it only after the call book is loaded. */
export function newestHeard({ heardAt, reach }: Pick<Status, 'heardAt' | 'reach'>): Instant | null {
  const other = reach.hearing.heardAt
  if (heardAt === null || other === null) return heardAt ?? other
  return toEpochMs(other) > toEpochMs(heardAt) ? other : heardAt
}

function fact(name: string, text: string): ReachFact {
  return { name, text, isAddress: false }
}
