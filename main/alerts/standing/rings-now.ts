import type { Instant } from '../../../shared/call.ts'
import type { Fact, ToldAgent } from '../../calls/fact.ts'
import { order } from '../../calls/fact-order.ts'
import { compareInstants } from '../../calls/instant-order.ts'
import { answererOf } from '../../calls/projection/agents.ts'
import { furthestPhase, isClosed, phaseOf } from '../../calls/projection/outcome.ts'

export interface RingsNow {
  /** Who is being rung; empty where the ring named nobody: it may be anybody. */
  agents: ToldAgent[]
  /** Of the fact that said so. */
  key: string
  seq: number
  receivedAt: Instant
}

/** Whom a call rings at this moment: the last ring counts, also after an answer. Null where it rings nobody. */
export function ringsNow(facts: readonly Fact[]): RingsNow | null {
  const ordered = order(facts)
  if (isOver(ordered)) return null
  const ring = lastRing(ordered)
  if (ring === undefined) return null
  const isAnswered = ordered.slice(ordered.indexOf(ring)).some((fact) => phaseOf(fact) === 'answered')
  if (isAnswered) return null
  const { agents = [], key, seq, receivedAt } = ring
  return { agents: agents.filter(isRung), key, seq, receivedAt }
}

export interface HeldBy {
  /** One where it is known, else everybody who may have answered. */
  agents: ToldAgent[]
  isKnown: boolean
}

/** Who has answered a call that goes on, as `Call.answeredBy` would have it. Null where nobody has, or it is over. */
export function heldBy(facts: readonly Fact[]): HeldBy | null {
  const ordered = order(facts)
  if (isOver(ordered)) return null
  const answers = ordered.filter((fact) => phaseOf(fact) === 'answered')
  const last = answers.at(-1)
  if (last === undefined) return null
  const known = answers.map(answererAsTold).findLast((agent) => agent !== null)
  return known === undefined
    ? { agents: last.agents ?? [], isKnown: false }
    : { agents: [known], isKnown: true }
}

function isOver(ordered: readonly Fact[]): boolean {
  return furthestPhase(ordered) === 'ended' || isClosed(ordered)
}

// Where rings share an instant (`created` may be per call), the order of the call knows no last one: arrival does.
function lastRing(ordered: readonly Fact[]): Fact | undefined {
  const rings = ordered.filter((fact) => fact.kind === 'ringing')
  return rings
    .toSorted(
      (a, b) =>
        compareInstants(a.at, b.at) || (a.eventSequence ?? 0) - (b.eventSequence ?? 0) || a.seq - b.seq,
    )
    .at(-1)
}

/** v2 tells all legs so far: those that have a result ring no more. */
function isRung({ result }: ToldAgent): boolean {
  return result === undefined || result === 'rung'
}

function answererAsTold(fact: Fact): ToldAgent | null {
  const { agents = [] } = fact
  const answerer = answererOf(fact, agents)
  if (answerer === null) return null
  return agents.find(({ number, id }) => [number, id].includes(answerer.id ?? answerer.number)) ?? answerer
}
