import type { Instant } from '../../../shared/call.ts'
import { dayMs, toEpochMs, toInstant } from '../../../shared/time.ts'
import type { Fact, Told } from '../fact.ts'
import { compareInstants, earliest } from '../instant-order.ts'
import { uidInstant } from '../uid.ts'
import { deniesAnswer, phaseOf } from './outcome.ts'

type Timed = Told & Pick<Fact, 'at' | 'receivedAt' | 'untimed'>

/** The earliest instant that the provider told of a call; what we saw ourselves only where it told none. */
export function startedAtOf(facts: readonly Timed[], uid: string | null): Instant {
  let told: Instant | undefined
  let received: Instant | undefined
  for (const fact of facts) {
    received = earliest(received, fact.receivedAt)
    if (fact.kind !== 'closed') told = earliest(told, earliestTold(fact))
  }
  const ofUid = uid === null ? null : uidInstant(uid)
  if (told === undefined) return ofUid ?? received ?? toInstant(0)
  if (ofUid === null || compareInstants(told, ofUid) <= 0) return told
  return toEpochMs(told) - toEpochMs(ofUid) <= dayMs ? ofUid : told
}

/** `ranked` ends with the exact facts, which replace what was heard before. Of several answers the first counts. */
export function answeredAtOf(ranked: readonly Fact[]): Instant | null {
  let told: Instant | undefined
  let stamped: Instant | undefined
  for (const fact of ranked) {
    if (deniesAnswer(fact) || (fact.exact && fact.answeredAt !== undefined)) {
      told = fact.answeredAt
      stamped = undefined
    } else {
      told = earliest(told, fact.answeredAt)
      if (phaseOf(fact) === 'answered') stamped = earliest(stamped, fact.at)
    }
  }
  return told ?? stamped ?? null
}

/** Only for a call that has ended. An exact fact's own stamp is when the log was written, so it is asked last. */
export function endedAtOf(ranked: readonly Fact[]): Instant | null {
  const told = ranked.findLast((fact) => fact.endedAt !== undefined)?.endedAt
  const ending = ranked.filter((fact) => phaseOf(fact) === 'ended')
  return told ?? (ending.findLast((fact) => !fact.exact) ?? ending.at(-1))?.at ?? null
}

function earliestTold({ at, untimed, startedAt, answeredAt, endedAt }: Timed): Instant | undefined {
  return earliest(earliest(untimed ? undefined : at, startedAt), earliest(answeredAt, endedAt))
}
