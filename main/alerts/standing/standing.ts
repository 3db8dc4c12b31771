import { type Call, isMissed } from '../../../shared/call.ts'
import type { Fact, ToldAgent } from '../../calls/fact.ts'
import { type Desk, isMine } from '../../display.ts'
import type { Standing } from '../decide.ts'
import { heldBy, ringsNow } from './rings-now.ts'

/** Where a call stands for this desk, and with whom. */
export interface CallStanding {
  standing: Standing
  /** Who is rung now, or who has the call; empty where nobody was told. */
  by: ToldAgent[]
  /** When the ring that lasts arrived here; null: it does not ring. */
  ringReceivedAt: string | null
}

export function standingOf(call: Call, facts: readonly Fact[], desk: Desk): CallStanding {
  const of = (standing: Standing, by: ToldAgent[] = []): CallStanding => ({
    standing,
    by,
    ringReceivedAt: null,
  })
  if (call.direction === 'outgoing') return of('outgoing')
  if (call.phase === 'initiated') return of('not-ringing')
  if (call.phase === 'ended') return of(isMissed(call.outcome) ? 'missed' : 'over')
  const ring = ringsNow(facts)
  if (ring !== null) {
    const standing = isMine(ring.agents, desk) ? 'rings-me' : 'rings-others'
    return { standing, by: ring.agents, ringReceivedAt: ring.receivedAt }
  }
  const holder = holderOf(call, facts)
  const isWithMe = holder !== null && desk.me.length > 0 && isMine([holder], desk)
  return of(isWithMe ? 'with-me' : 'with-others', holder === null ? [] : [holder])
}

/** Who has an answered call. An answer that names nobody is that of the only one who was rung. */
function holderOf({ agents }: Call, facts: readonly Fact[]): ToldAgent | null {
  const held = heldBy(facts)
  if (held?.isKnown) return held.agents[0] ?? null
  const [only, ...others] = agents
  return only !== undefined && others.length === 0 ? toTold(only) : null
}

function toTold({ number, id, name }: Call['agents'][number]): ToldAgent {
  return { ...(number !== null && { number }), ...(id !== null && { id }), ...(name !== null && { name }) }
}
